package dev.assent.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

class EventLogKnowsNoBusinessTypeTest {

  @Test
  void shouldKnowNoOtherModule() {
    noClasses()
        .that()
        .resideInAPackage("dev.assent.eventlog..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.assent..").and(not(resideInAPackage("dev.assent.eventlog.."))))
        .because("the log moves keys, headers and bytes; what they mean is for its users")
        .check(Code.MAIN);
  }

  @Test
  void shouldKnowNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("dev.assent.eventlog..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus..", "jakarta..", "io.vertx..", "com.fasterxml..")
        .check(Code.MAIN);
  }
}
