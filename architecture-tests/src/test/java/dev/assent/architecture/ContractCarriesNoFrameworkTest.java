package dev.assent.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

class ContractCarriesNoFrameworkTest {

  @Test
  void shouldKnowNothingButValuesAndJson() {
    classes()
        .that()
        .resideInAPackage("dev.assent.contract..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.assent.contract..",
            "java..",
            "com.fasterxml.jackson..",
            "org.erdtman.jcs..",
            "org.jspecify.annotations..")
        .check(Code.MAIN);
  }

  /** How a record becomes JSON is said in one place, and not on the record. */
  @Test
  void shouldCarryNoAnnotationsOnItsRecords() {
    noClasses()
        .that()
        .resideInAPackage("dev.assent.contract..")
        .and()
        .resideOutsideOfPackages("dev.assent.contract.json..", "dev.assent.contract.axp..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.fasterxml.jackson.annotation..", "com.fasterxml.jackson.databind.annotation..")
        .check(Code.MAIN);
  }
}
