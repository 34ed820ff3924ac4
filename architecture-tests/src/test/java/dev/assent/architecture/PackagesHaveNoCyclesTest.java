package dev.assent.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackagesHaveNoCyclesTest {

  @Test
  void shouldHaveNoCyclesBetweenPackages() {
    slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(Code.MAIN);
  }

  /** A package is a slice, but for the few that count as one. */
  private static final class Packages implements SliceAssignment {

    private static final Map<String, String> ONE =
        Map.of(
            // Events carry plans, and plans ask whether they name the actor of an event.
            "dev.assent.contract.plan", "dev.assent.contract.intent",
            // The edge of the log stands beside the records that it takes.
            "dev.assent.eventlog.kafka", "dev.assent.eventlog.append",
            "dev.assent.eventlog.tail", "dev.assent.eventlog.append");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      return name.startsWith("dev.assent.")
          ? SliceIdentifier.of(ONE.getOrDefault(name, name))
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "packages";
    }
  }
}
