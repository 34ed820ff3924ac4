package dev.assent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedFilesTest {

  @TempDir Path path;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                        | the document in people.json to be an object, but came a list",
        "{\"poeple\":[]}                           | only people, groups, but came also a field \"poeple\"",
        "{\"people\":{}}                           | people in people.json to be a list, but came an object",
        "{\"people\":[1]}                          | people[0] in people.json to be an object, but came a number",
        "{\"people\":[{\"name\":\"A\"}]}           | people[0].id in people.json to be a text, but came nothing",
        "{\"people\":[{\"id\":7,\"name\":\"A\"}]}  | people[0].id in people.json to be a text, but came a number",
        "{\"people\":[{\"id\":\"Ada\",\"name\":\"A\"}]} | people[0].id in people.json to be lower-case letters",
        "{\"people\":[{\"id\":\"anyone\",\"name\":\"A\"}]} | means everybody",
        "{\"people\":[{\"id\":\"a\",\"name\":\" \"}]} | people[0].name in people.json to be a text, but came an empty one",
        "{\"people\":[{\"id\":\"a\",\"name\":\"A\",\"email\":\"x\"}]} | people[0].email in people.json to be an address with @",
        "{\"people\":[{\"id\":\"a\",\"name\":\"A\",\"password\":\"hunter22\"}]} | people[0].password in people.json to be pbkdf2-sha256$",
        "{\"people\":[{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"a\",\"name\":\"B\"}]} | people[1].id in people.json to be used once, but came \"a\" again",
        "{\"people\":[{\"id\":\"a\",\"name\":\"A\",\"email\":\"x@y\"},{\"id\":\"b\",\"name\":\"B\",\"email\":\"X@Y\"}]} | people[1].email",
        "{\"groups\":[{\"id\":\"g\",\"name\":\"G\",\"members\":[\"eve\"]}]} | groups[0].members in people.json to be ids of people in this file",
        "{\"people\":[],\"people\":[]}             | Expected JSON in people.json, but it is not. It breaks at line 1",
      })
  void shouldSayWhatIsWrongWithPeople(String json, String sentence) {
    // when
    String message = refusal(People::read, json);

    // then
    assertThat(message).contains(sentence).doesNotContain("hunter22");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"agents\":[{\"address\":\"demo/migrator\"}]} | agents[0].address in agents.json to be agent://org/workspace/name",
        "{\"agents\":[{\"address\":\"agent://a/b/c/d\"}]} | agents[0].address",
        "{\"agents\":[{\"address\":\"agent://a\"},{\"address\":\"agent://a\"}]} | agents[1].address in agents.json to be used once",
        "{\"agents\":[{\"address\":\"agent://a\",\"keys\":[{\"id\":\"k_1\"}]}]} | agents[0].keys[0].id in agents.json to be 4 to 64",
        "{\"agents\":[{\"address\":\"agent://a\",\"keys\":[{\"id\":\"key1\",\"secret_sha256\":\"assent_plain\"}]}]} | secret_sha256 in agents.json to be 64 lower-case hex digits",
      })
  void shouldSayWhatIsWrongWithAgents(String json, String sentence) {
    // when
    String message = refusal(Agents::read, json);

    // then
    assertThat(message).contains(sentence).doesNotContain("assent_plain");
  }

  @Test
  void shouldSayWhatIsWrongWithTheSessionKey() {
    // when
    String message = refusal(Signer::readKey, "correct horse");

    // then
    assertThat(message)
        .contains("session.key to be one line of 64 lower-case hex digits")
        .doesNotContain("horse");
  }

  @Test
  void shouldSayWhichFileIsMissing() {
    // when
    var refusal =
        catchThrowableOfType(MalformedFileException.class, () -> Access.open(path.resolve("none")));

    // then
    assertThat(refusal)
        .hasMessageContaining("Expected a file people.json in")
        .hasMessageContaining("none");
  }

  private static String refusal(Consumer<byte[]> reader, String json) {
    return catchThrowableOfType(
            MalformedFileException.class,
            () -> reader.accept(json.getBytes(StandardCharsets.UTF_8)))
        .getMessage();
  }
}
