package dev.assent.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assent.testbackends.FreePorts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A project folder as a reader has it after the first build: the launcher itself, what was built,
 * and no sources, so that nothing can be newer and be built inside a test. All tests share it, as
 * the classes that its first start writes down; each has a data folder of its own, empty but for
 * ports that nobody uses.
 */
final class BuiltTree implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = 90;

  private static final Path PROJECT = Installation.ROOT.resolve("system-tests/target/built-tree");

  private static boolean made;

  private final Path data;
  private final int httpPort = FreePorts.next();

  private BuiltTree(Path root) {
    this.data = root.resolve("data");
  }

  static BuiltTree in(Path root) {
    BuiltTree tree = new BuiltTree(root);
    try {
      makeProject();
      tree.makeData();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tree;
  }

  private static synchronized void makeProject() throws IOException {
    if (made) {
      return;
    }
    removeProject();
    Files.createDirectories(PROJECT.resolve("target"));
    Files.copy(Installation.ROOT.resolve("assent"), PROJECT.resolve("assent"));
    link("standalone/target/quarkus-app");
    link("backends/target/lib");
    link("cli/target/lib");
    try (var jars =
        Files.newDirectoryStream(Installation.ROOT.resolve("cli/target"), "cli-*.jar")) {
      for (Path jar : jars) {
        link("cli/target/" + jar.getFileName());
      }
    }
    Files.createFile(PROJECT.resolve("target/built"));
    made = true;
  }

  /** What an earlier run left. */
  private static void removeProject() throws IOException {
    if (Files.exists(PROJECT)) {
      try (Stream<Path> all = Files.walk(PROJECT)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static void link(String built) throws IOException {
    Path target = Installation.ROOT.resolve(built);
    if (!Files.exists(target)) {
      throw new IllegalStateException("build first: there is no " + target);
    }
    Files.createDirectories(PROJECT.resolve(built).getParent());
    Files.createSymbolicLink(PROJECT.resolve(built), target);
  }

  /** A folder keeps its ports: this one as if it had been started with them before. */
  private void makeData() throws IOException {
    String ports =
        "{\"http\":%d,\"kafka\":%d,\"postgres\":%d,\"smtp\":%d}"
            .formatted(httpPort, FreePorts.next(), FreePorts.next(), FreePorts.next());
    Files.writeString(Files.createDirectories(data.resolve("run")).resolve("ports.json"), ports);
  }

  URI url() {
    return URI.create("http://localhost:" + httpPort);
  }

  boolean isReady() {
    return new Api(url(), "").isReady();
  }

  /** What a shell says that is given this text in the project folder; it has to end with 0. */
  String run(String text) {
    try {
      Path output = Files.createTempFile(data.getParent(), "shell", ".out");
      Process shell = shell(text).redirectOutput(output.toFile()).start();
      boolean ended = shell.waitFor(SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
      }
      String said = Files.readString(output);
      if (!ended || shell.exitValue() != 0) {
        throw new AssertionError(
            "%s\n%s:\n%s".formatted(text, ended ? "failed" : "does not end", said));
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private ProcessBuilder shell(String text) {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-e", "-c", text);
    builder.environment().keySet().removeIf(name -> name.startsWith("ASSENT_"));
    builder.environment().put("ASSENT_DATA", data.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("COLUMNS", "160");
    return builder
        .directory(PROJECT.toFile())
        .redirectInput(new File("/dev/null"))
        .redirectErrorStream(true);
  }

  /** The records that stand in the output of a consumer, beside what else it says. */
  static List<JsonNode> records(String output) {
    return output.lines().filter(line -> line.startsWith("{")).map(BuiltTree::json).toList();
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + line, e);
    }
  }

  @Override
  public void close() {
    run("./assent down");
  }
}
