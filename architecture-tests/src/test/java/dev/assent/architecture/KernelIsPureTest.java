package dev.assent.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

class KernelIsPureTest {

  @Test
  void shouldKnowNothingButTheContractAndValues() {
    classes()
        .that()
        .resideInAPackage("dev.assent.kernel..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.assent.kernel..",
            "dev.assent.contract..",
            "java.lang..",
            "java.math..",
            "java.time..",
            "java.util..",
            "com.fasterxml.jackson.annotation..",
            "com.fasterxml.jackson.core..",
            "com.fasterxml.jackson.databind..",
            "com.google.re2j..",
            "com.networknt.schema..",
            "org.jspecify.annotations..")
        .because("the same rules run live, in replay and in an audit")
        .check(Code.MAIN);
  }

  @Test
  void shouldHaveNoThreadsAndNoLog() {
    noClasses()
        .that()
        .resideInAPackage("dev.assent.kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.concurrent..", "java.util.logging..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Thread.class, Runtime.class, Process.class, System.Logger.class)
        .check(Code.MAIN);
  }
}
