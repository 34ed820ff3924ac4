package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.backends.BrokerProperties;
import dev.assent.testbackends.KafkaImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComposeFileTest {

  private static final Pattern KAFKA_KEY = Pattern.compile("(?m)^ +(KAFKA_[A-Z_]+): \"([^\"]*)\"$");

  @Test
  void shouldGiveItsBrokerTheSettingsOfTheEmbeddedOne() throws IOException {
    // given
    String file = Files.readString(Installation.ROOT.resolve("deploy/compose/compose.yaml"));
    Map<String, String> found = new TreeMap<>();
    KAFKA_KEY.matcher(file).results().forEach(key -> found.put(key.group(1), key.group(2)));

    // when
    Map<String, String> expected = KafkaImage.variables(BrokerProperties.ofSingleNode(1));

    // then
    expected.put("KAFKA_NODE_ID", "1");
    expected.put("KAFKA_LOG_FLUSH_INTERVAL_MESSAGES", "1");
    assertThat(found).isEqualTo(expected);
  }
}
