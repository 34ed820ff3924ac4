package dev.assent.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;
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
            "dev.assent.contract.plan", "dev.assent.contract.intent");

    /** What puts the command line together knows every command, and no command knows it. */
    private static final Set<String> ASSEMBLY =
        Set.of("dev.assent.cli.Main", "dev.assent.cli.Cli", "dev.assent.cli.Factory");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      if (ASSEMBLY.contains(type.getFullName())) {
        return SliceIdentifier.of("assembly");
      }
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
