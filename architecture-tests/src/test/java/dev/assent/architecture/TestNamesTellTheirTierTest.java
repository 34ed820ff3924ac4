package dev.assent.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** {@code *Test}: no I/O. {@code *IT}: real broker or database. {@code *E2E}: a running Assent. */
class TestNamesTellTheirTierTest {

  private static final DescribedPredicate<JavaMethod> TESTS =
      DescribedPredicate.describe("tests", method -> method.isMetaAnnotatedWith(Testable.class));
  private static final DescribedPredicate<JavaClass> TEST_CLASSES =
      DescribedPredicate.describe("have tests", type -> type.getMethods().stream().anyMatch(TESTS));

  private static final JavaClasses ALL = Code.tests();

  @Test
  void shouldEndInItsTier() {
    classes()
        .that(TEST_CLASSES)
        .should()
        .haveNameMatching(".*(Test|IT|E2E)")
        .because("the suffix decides when it runs, and any other suffix means never")
        .check(ALL);
  }

  @Test
  void shouldReadAsSentences() {
    methods().that(TESTS).should().haveNameMatching("should[A-Z].*").check(ALL);
  }

  @Test
  void shouldDoNoInputOrOutputInATest() {
    noClasses()
        .that(TEST_CLASSES)
        .and()
        .haveSimpleNameEndingWith("Test")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net.http..",
            "org.apache.kafka.clients.admin..",
            "org.apache.kafka.clients.consumer..",
            "org.apache.kafka.clients.producer..",
            "org.openqa.selenium..",
            "org.testcontainers..",
            "io.quarkus.test..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.sql.DriverManager")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.ServerSocket")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("dev\\.assent\\.backends\\.(Backends|EmbeddedBroker|EmbeddedPostgres)")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("dev\\.assent\\.testbackends\\.(Test|Container).*")
        .check(ALL);
  }
}
