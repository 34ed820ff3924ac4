package dev.assent.architecture;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class KernelNeverReadsTheClockTest {

  private static final DescribedPredicate<JavaAccess<?>> CLOCK_OR_DICE =
      DescribedPredicate.describe("a clock or dice", access -> isClockOrDice(access.getTarget()));

  @Test
  void shouldTakeTimeAndIdsFromItsInputs() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.assent.kernel..", "dev.assent.contract..")
        .should()
        .accessTargetWhere(are(CLOCK_OR_DICE))
        .because("a replay must meet the same times and ids")
        .check(Code.MAIN);
  }

  private static boolean isClockOrDice(AccessTarget target) {
    JavaClass owner = target.getOwner();
    String name = target.getName();
    return owner.isAssignableTo(Clock.class)
        || owner.isAssignableTo(InstantSource.class)
        || owner.isAssignableTo(RandomGenerator.class)
        || owner.isAssignableTo(Random.class)
        || owner.isEquivalentTo(Date.class)
        || owner.getPackageName().startsWith("java.time") && name.equals("now")
        || owner.isEquivalentTo(System.class)
            && (name.equals("currentTimeMillis") || name.equals("nanoTime"))
        || owner.isEquivalentTo(Math.class) && name.equals("random")
        || name.equals("randomUUID");
  }
}
