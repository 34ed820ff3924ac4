package dev.assent.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.contract.golden.Samples;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.outcome.Completion;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.Step;
import dev.assent.contract.signal.Signal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every record of the wire has a name, a version and a golden file. */
class TypeTablesTest {

  @Test
  void shouldNameEveryEvent() {
    assertThat(classesOf(EventTypes.TABLE))
        .containsExactlyInAnyOrderElementsOf(recordsOf(IntentEvent.class));
  }

  @Test
  void shouldNameEverySignal() {
    assertThat(classesOf(SignalTypes.TABLE))
        .containsExactlyInAnyOrderElementsOf(recordsOf(Signal.class));
  }

  @Test
  void shouldHaveASampleAndSoAGoldenFileOfEveryType() {
    // given
    List<String> named = Samples.types().<String>map(TypeTable.Entry::wireType).toList();
    // then
    assertThat(Samples.all().stream().map(Samples.Sample::wireType))
        .containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void shouldNeverGiveTwoRecordsOneName() {
    // given
    TypeTable<Record> table = new TypeTable<Record>().with(Completion.class, "one", 1);
    // then
    assertThatThrownBy(() -> table.with(Completion.class, "other", 1))
        .hasMessageContaining("stands here twice");
    assertThatThrownBy(
            () ->
                new TypeTable<Object>().with(String.class, "one", 1).with(Integer.class, "one", 1))
        .hasMessageContaining("dev.assent.one.v1 stands here twice");
  }

  @Test
  void shouldBeLoudAboutARecordWithoutALine() {
    assertThatThrownBy(() -> new TypeTable<Record>().of(Samples.all().getFirst()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has no line in its type table");
  }

  @ParameterizedTest
  @ValueSource(classes = {Step.class, Fallback.class})
  void shouldTellTheKindsOfAPlanApartByAWord(Class<?> family) {
    // given
    var config = ContractJson.MAPPER.getSerializationConfig();
    var mixIns = config.introspectClassAnnotations(family).getClassInfo();
    // when
    var named = config.getAnnotationIntrospector().findSubtypes(mixIns);
    // then
    assertThat(named).allMatch(kind -> kind.getName().matches("[a-z_]+"));
    assertThat(named.stream().map(kind -> (Object) kind.getType()))
        .containsExactlyInAnyOrderElementsOf(recordsOf(family));
  }

  private static Collection<Class<?>> classesOf(TypeTable<?> table) {
    return table.entries().stream().map(TypeTable.Entry::type).collect(Collectors.toList());
  }

  private static Set<Class<?>> recordsOf(Class<?> family) {
    return Stream.of(family.getPermittedSubclasses())
        .flatMap(type -> type.isSealed() ? recordsOf(type).stream() : Stream.of(type))
        .collect(Collectors.toSet());
  }
}
