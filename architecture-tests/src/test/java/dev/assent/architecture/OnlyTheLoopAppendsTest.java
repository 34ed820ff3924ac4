package dev.assent.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.assent.eventlog.kafka.Clients;
import dev.assent.eventlog.kafka.KafkaSettings;
import org.junit.jupiter.api.Test;

class OnlyTheLoopAppendsTest {

  @Test
  void shouldLeaveProducersToTheEventLog() {
    noClasses()
        .that()
        .resideInAPackage("dev.assent..")
        .and()
        .resideOutsideOfPackages("dev.assent.eventlog..", "dev.assent.benchmarks..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.kafka.clients.producer..")
        .check(Code.MAIN);
  }

  @Test
  void shouldLeaveTransactionsToTheWriterLoop() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.assent.eventlog.loop.WriterLoop")
        .should()
        .callMethod(Clients.class, "transactional", KafkaSettings.class, String.class)
        .because("facts are appended in the transaction that commits the inputs they answer")
        .check(Code.MAIN);
  }
}
