package dev.assent.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.assent.eventlog.kafka.Topics;
import org.junit.jupiter.api.Test;

class EdgesDoNotDecideTest {

  private static final String[] EDGES = {"dev.assent.*.http..", "dev.assent.*.page.."};

  @Test
  void shouldNotCallTheKernel() {
    noClasses()
        .that()
        .resideInAnyPackage(EDGES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.assent.kernel", "dev.assent.kernel.decision..", "dev.assent.kernel.process..")
        .because("an edge hands in what somebody wants; what comes of it, the writer decides")
        .check(Code.MAIN);
  }

  @Test
  void shouldNotAppendFacts() {
    noClasses()
        .that()
        .resideInAnyPackage(EDGES)
        .should()
        .callMethod(Topics.class, "events")
        .orShould()
        .callMethod(Topics.class, "completions")
        .orShould()
        .callMethod(Topics.class, "refusals")
        .because("edges write inputs: intents and signals")
        .check(Code.MAIN);
  }
}
