package dev.assent.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesDoNotKnowEachOtherTest {

  private static final String[] SERVICES = {
    "dev.assent.intake..", "dev.assent.approval..", "dev.assent.timer..", "dev.assent.notifier.."
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.assent.intake..",
        "dev.assent.approval..",
        "dev.assent.timer..",
        "dev.assent.notifier.."
      })
  void shouldNotKnowAnotherService(String service) {
    noClasses()
        .that()
        .resideInAPackage(service)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            Stream.of(SERVICES).filter(other -> !other.equals(service)).toArray(String[]::new))
        .because("services meet in the log")
        .check(Code.MAIN);
  }

  @Test
  void shouldNotBeKnownByTheLibraries() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.assent.contract..",
            "dev.assent.kernel..",
            "dev.assent.eventlog..",
            "dev.assent.access..",
            "dev.assent.edge..",
            "dev.assent.backends..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SERVICES)
        .check(Code.MAIN);
  }
}
