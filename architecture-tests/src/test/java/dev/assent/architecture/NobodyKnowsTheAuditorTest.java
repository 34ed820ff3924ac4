package dev.assent.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

class NobodyKnowsTheAuditorTest {

  @Test
  void shouldBeKnownByNobody() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.assent.auditor..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.assent.auditor..")
        .because("what is audited must not lean on who audits it")
        .check(Code.MAIN);
  }

  @Test
  void shouldKnowOfTheServicesNoDoorAndNoDecision() {
    noClasses()
        .that()
        .resideInAPackage("dev.assent.auditor..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.assent.*.http..",
            "dev.assent.*.page..",
            "dev.assent.*.command..",
            "dev.assent.approval.process..",
            "dev.assent.kernel.decision..",
            "dev.assent.edge..",
            "dev.assent.access..",
            "io.quarkus..",
            "jakarta..")
        .because("it needs the rows that a service writes, and nothing that makes it a service")
        .check(Code.MAIN);
  }
}
