package dev.assent.system.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The script in a tree that looks built, on a machine that has no JDK and no Maven but fake ones.
 */
record ScriptTree(Path root) {
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cut",
          "date",
          "dirname",
          "find",
          "grep",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "sort",
          "tail",
          "tee",
          "tr");

  static ScriptTree in(Path root) throws IOException {
    ScriptTree tree = new ScriptTree(root.toRealPath());
    Files.createDirectories(tree.bin());
    for (String tool : TOOLS) {
      Files.createSymbolicLink(tree.bin().resolve(tool), installed(tool));
    }
    Files.createDirectories(tree.home());
    Files.createDirectories(tree.project());
    Files.copy(sourceTree().resolve("assent"), tree.project().resolve("assent"));
    for (String built :
        List.of(
            "pom.xml",
            "cli/pom.xml",
            "cli/target/cli-1.jar",
            "cli/target/lib/any.jar",
            "backends/target/lib/any.jar",
            "standalone/target/quarkus-app/quarkus-run.jar",
            "target/built")) {
      write(tree.project().resolve(built), "");
    }
    tree.date("target/built", Instant.now().plusSeconds(60));
    return tree;
  }

  /** A JDK that tells where it lies when it is asked to run something. */
  Path jdk(String folder, int version) throws IOException {
    Path jdk = root.resolve(folder);
    program(jdk.resolve("bin/javac"), "exit 1");
    program(
        jdk.resolve("bin/java"),
        "case $1 in -XshowSettings*) echo '    java.home = "
            + jdk
            + "' ;; *) echo ran "
            + jdk
            + " \"$@\" ;; esac");
    write(jdk.resolve("release"), "IMPLEMENTOR=\"Some\"\nJAVA_VERSION=\"" + version + ".0.1\"\n");
    return jdk;
  }

  void onPath(Path jdk) throws IOException {
    Files.createSymbolicLink(bin().resolve("java"), jdk.resolve("bin/java"));
  }

  void maven(String body) throws IOException {
    program(bin().resolve("mvn"), body);
  }

  /** A process that looks like a JVM with this command line, and lives until it is closed. */
  Jvm running(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "read -r end", "java"));
    command.addAll(List.of(words));
    return new Jvm(new ProcessBuilder(command).start());
  }

  void date(String file, Instant time) throws IOException {
    Files.setLastModifiedTime(project().resolve(file), FileTime.from(time));
  }

  Path project() {
    return root.resolve("project");
  }

  Path installedJdks() {
    return root.resolve("jvm");
  }

  /**
   * Runs the script.
   *
   * @param environment besides the usual; an empty value takes a variable away
   */
  Result run(Map<String, String> environment, String... words) throws Exception {
    return run(project().resolve("assent"), environment, words);
  }

  Result run(Path script, Map<String, String> environment, String... words) throws Exception {
    Path out = Files.createTempFile(root, "script", ".out");
    Path err = Files.createTempFile(root, "script", ".err");
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString());
    builder.command().addAll(List.of(words));
    builder.environment().clear();
    builder.environment().putAll(defaults());
    builder.environment().putAll(environment);
    builder.environment().values().removeIf(String::isEmpty);
    Process process =
        builder
            .directory(root.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int exit = process.waitFor();
    return new Result(exit, Files.readString(out), Files.readString(err));
  }

  record Result(int exit, String out, String err) {

    /** What was said, and then the complaints. */
    String output() {
      return out + err;
    }
  }

  record Jvm(Process process) implements AutoCloseable {

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }

  private Map<String, String> defaults() {
    Map<String, String> defaults = new HashMap<>();
    defaults.put("PATH", bin().toString());
    defaults.put("HOME", home().toString());
    defaults.put("ASSENT_JVM_DIRS", installedJdks().toString());
    return defaults;
  }

  private Path bin() {
    return root.resolve("bin");
  }

  private Path home() {
    return root.resolve("home");
  }

  private static Path installed(String tool) {
    return List.of("/usr/bin", "/bin").stream()
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + tool + " on this machine"));
  }

  /** The nearest folder above the one of this module that holds the script. */
  private static Path sourceTree() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isRegularFile(folder.resolve("assent"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("./assent is not above " + Path.of("").toAbsolutePath());
    }
    return folder;
  }

  private static void program(Path file, String body) throws IOException {
    write(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
