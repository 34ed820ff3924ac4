package dev.assent.backends;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How to run PostgreSQL's programs, which refuse to be run by root.
 *
 * <p>An ordinary user runs them as they are. Root, as in most containers, runs them in a user
 * namespace of their own, where the kernel shows them root's files as their own; where that is
 * denied, as the user nobody, to whom the data folder is then given.
 *
 * @param prefix the words in front of a command
 * @param owner the number of the user that data folders have to belong to
 */
record Unprivileged(List<String> prefix, long owner) {
  private static final long NOBODY = 65534;

  static Unprivileged choose() {
    long uid = new UnixSystem().getUid();
    if (uid != 0) {
      return new Unprivileged(List.of(), uid);
    }
    if (inUserNamespace().works("true")) {
      return inUserNamespace();
    }
    if (asNobody().works("true")) {
      return asNobody();
    }
    throw new BackendsException(
        "PostgreSQL refuses to be run by root, and neither unshare nor setpriv (package util-linux)"
            + " works here. Start Assent as an ordinary user.");
  }

  static Unprivileged inUserNamespace() {
    return new Unprivileged(List.of("unshare", "-U"), 0);
  }

  static Unprivileged asNobody() {
    return new Unprivileged(
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);
  }

  /**
   * A process builder for the command, with none of the caller's PostgreSQL settings in its
   * environment.
   */
  ProcessBuilder command(List<String> words) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(all).directory(new File("/"));
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    return builder;
  }

  /** Whether this command ends well; whatever it prints is thrown away. */
  boolean works(String... words) {
    try {
      return command(List.of(words))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Gives the folder and all in it to the user that the programs run as: a folder moved here from
   * another machine, or from a container where the other way was open, must still work. Only root
   * can and has to do this.
   */
  void own(Path folder) throws IOException {
    if (prefix.isEmpty() || ownerOf(folder) == owner) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Files.setAttribute(path, "unix:uid", (int) owner, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", (int) owner, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static long ownerOf(Path folder) throws IOException {
    return ((Number) Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS)).longValue();
  }
}
