package dev.assent.cli.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Who listens on a port, as far as this user may know. */
final class PortOwner {
  private static final String LISTENING = "0A";

  private PortOwner() {}

  /** In words: {@code process 4711 (java)}. */
  static Optional<String> of(int port) {
    Optional<Long> pid = Files.isReadable(Path.of("/proc/net/tcp")) ? linux(port) : lsof(port);
    return pid.map(PortOwner::words);
  }

  private static String words(long pid) {
    String program =
        ProcessHandle.of(pid)
            .flatMap(process -> process.info().command())
            .map(command -> Path.of(command).getFileName().toString())
            .orElse("");
    return "process " + pid + (program.isEmpty() ? "" : " (" + program + ")");
  }

  private static Optional<Long> linux(int port) {
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      sockets.addAll(listening(Path.of(table), port));
    }
    return sockets.isEmpty()
        ? Optional.empty()
        : ProcessHandle.allProcesses()
            .map(ProcessHandle::pid)
            .filter(pid -> holds(pid, sockets))
            .findFirst();
  }

  /** The links under {@code /proc/<pid>/fd} of sockets that listen on this port. */
  private static Set<String> listening(Path table, int port) {
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    Set<String> sockets = new HashSet<>();
    try {
      for (String line : Files.readAllLines(table, StandardCharsets.UTF_8)) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length > 9 && words[1].endsWith(suffix) && words[3].equals(LISTENING)) {
          sockets.add("socket:[" + words[9] + "]");
        }
      }
    } catch (IOException e) {
      return Set.of();
    }
    return sockets;
  }

  private static boolean holds(long pid, Set<String> sockets) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path descriptor : open) {
        if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
          return true;
        }
      }
    } catch (IOException e) {
      // another user's process, or one that just ended
    }
    return false;
  }

  private static Optional<Long> lsof(int port) {
    try {
      Process lsof =
          new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      lsof.waitFor(2, TimeUnit.SECONDS);
      return answer.lines().findFirst().filter(pid -> pid.matches("\\d+")).map(Long::valueOf);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
