package dev.assent.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes that the rules are about. */
final class Code {

  /** Main classes of every module: the class path has them all, but not their tests. */
  static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("dev.assent");

  private static final Path ROOT = Path.of("..");

  private Code() {}

  /** Test classes of every module that has tests, with the main classes that they use. */
  static JavaClasses tests() {
    return new ClassFileImporter().importPaths(testFolders());
  }

  private static List<Path> testFolders() {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .filter(module -> Files.isDirectory(module.resolve("src/test/java")))
          .map(Code::testClasses)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path testClasses(Path module) {
    Path classes = module.resolve("target/test-classes");
    if (!Files.isDirectory(classes)) {
      throw new IllegalStateException(
          "Expected the compiled tests of "
              + module.getFileName()
              + ", but there are none; ./assent test compiles and runs them all");
    }
    return classes;
  }
}
