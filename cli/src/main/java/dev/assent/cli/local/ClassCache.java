package dev.assent.cli.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a JVM wrote down of the classes that it had read and linked, so that the next one starts
 * without doing it again: an AOT cache, see JEP 483 and 514. It belongs to one build and one JDK. A
 * JVM that finds none, or one that does not fit, starts as ever.
 */
public final class ClassCache {
  /** Whether a cache fits is no news to whoever reads the log. */
  private static final String QUIET = "-Xlog:aot*=off";

  /**
   * Nothing of what the compilers learn: what a start teaches them is wrong for the work after it,
   * and cost over a tenth of the throughput (ADR 0014). A later JDK may call this otherwise.
   */
  private static final List<String> CLASSES_ONLY =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTRecordTraining");

  private final Path folder;
  private final String name;
  private final Path file;
  private final Path draft;
  private final Path jcmd;
  private final boolean jarsOnly;

  private ClassCache(Path folder, String name, Path java, List<Path> classPath) {
    this.folder = folder;
    this.name = name;
    this.file = folder.resolve(name + "-" + key(java, classPath) + ".aot");
    this.draft = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    this.jcmd = java.resolveSibling("jcmd");
    // A JVM refuses to write down what it read from folders.
    this.jarsOnly = classPath.stream().allMatch(Files::isRegularFile);
  }

  /** The cache of the program with this name, class path and JDK. */
  public static ClassCache of(Path folder, String name, Path java, List<Path> classPath) {
    return new ClassCache(folder, name, java, classPath);
  }

  private static String key(Path java, List<Path> classPath) {
    StringBuilder facts = new StringBuilder().append(java).append(Runtime.version());
    classPath.forEach(jar -> facts.append(jar).append(state(jar)));
    return UUID.nameUUIDFromBytes(facts.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String state(Path jar) {
    try {
      return Files.size(jar) + " " + Files.getLastModifiedTime(jar);
    } catch (IOException e) {
      return "gone";
    }
  }

  /** Whether a JVM that starts now could write one, and should. */
  public boolean isWanted() {
    return jarsOnly && !Files.exists(file) && Files.isExecutable(jcmd) && isWritable();
  }

  private boolean isWritable() {
    try {
      return Files.isWritable(Files.createDirectories(folder));
    } catch (IOException e) {
      return false;
    }
  }

  /** The options of a JVM that uses the cache if there is one. */
  public List<String> use() {
    return Files.exists(file) ? List.of(QUIET, "-XX:AOTCache=" + file) : List.of();
  }

  /** The options of a JVM that keeps in mind what it loads, until it is told to write it down. */
  public List<String> record() {
    return Stream.concat(Stream.of(QUIET, "-XX:AOTCacheOutput=" + draft), CLASSES_ONLY.stream())
        .toList();
  }

  /** Tells a JVM to write down what it loaded; it goes on meanwhile. */
  public Process finish(Mark recording) throws IOException {
    return new ProcessBuilder(jcmd.toString(), Long.toString(recording.pid()), "AOT.end_recording")
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /**
   * Puts into place what was written, and takes away what older builds left.
   *
   * @throws java.nio.file.NoSuchFileException if the JVM could not write it
   */
  public void keep() throws IOException {
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, name + "-*")) {
      for (Path other : all) {
        if (!other.equals(file)) {
          Files.deleteIfExists(other);
        }
      }
    }
  }

  /** Takes away what a JVM wrote that ended before it was told to. */
  void discard() throws IOException {
    Files.deleteIfExists(draft);
    Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".config"));
  }
}
