package dev.assent.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * PostgreSQL's data folder and the password of its only user, made together.
 *
 * <p>The password is random, and its file is readable by its owner only. Other users of the machine
 * reach the port on loopback too, so nobody gets in without it (SCRAM).
 */
record PostgresCluster(Path folder, PostgresBinaries binaries, Unprivileged runner) {
  static final String USER = "assent";

  Path data() {
    return folder.resolve("data");
  }

  Path passwordFile() {
    return folder.resolve("password");
  }

  String password() {
    try {
      return Files.readString(passwordFile()).strip();
    } catch (IOException e) {
      throw new BackendsException(
          "Cannot read the database password in %s: %s.".formatted(passwordFile(), e), e);
    }
  }

  /** Makes what is missing and checks what is there. */
  void prepare(Consumer<String> steps) {
    try {
      Files.createDirectories(folder);
      if (Folders.isMissingOrEmpty(data())) {
        long began = System.nanoTime();
        initialise();
        steps.accept("PostgreSQL: made a new database in " + Steps.since(began));
      }
      requireVersion();
      runner.own(data());
    } catch (IOException e) {
      throw new BackendsException(
          "Cannot use the PostgreSQL folder %s: %s.".formatted(folder, e), e);
    }
  }

  private void initialise() throws IOException {
    Path fresh = Folders.freshSibling(data());
    Path password = writePassword();
    Path forInitdb = Files.copy(password, fresh.resolveSibling(fresh.getFileName() + ".pw"));
    Path log = folder.resolve("initdb.log");
    runner.own(fresh);
    runner.own(forInitdb);
    int exit =
        await(
            initdb(fresh, forInitdb)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    Files.delete(forInitdb);
    if (exit != 0) {
      throw new BackendsException(
          "PostgreSQL could not make its data folder in %s: %s"
              .formatted(folder, PostgresLog.reason(log)));
    }
    Files.delete(log);
    Files.deleteIfExists(data());
    Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private ProcessBuilder initdb(Path target, Path password) {
    return runner.command(
        List.of(
            binaries.program("initdb").toString(),
            "--pgdata=" + target.toAbsolutePath(),
            "--username=" + USER,
            "--pwfile=" + password.toAbsolutePath(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-locale",
            "--no-instructions"));
  }

  private Path writePassword() throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(passwordFile());
    Files.createFile(
        passwordFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(
        passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
  }

  private void requireVersion() {
    Path file = data().resolve("PG_VERSION");
    String found;
    try {
      found = Files.readString(file).strip();
    } catch (IOException e) {
      throw new BackendsException(
          ("The PostgreSQL folder %s is damaged: PG_VERSION cannot be read. Restore it from a backup,"
                  + " or move it away to have the views built anew from the log.")
              .formatted(folder),
          e);
    }
    if (!found.equals(binaries.major())) {
      throw new BackendsException(
          ("The PostgreSQL folder %s was written by version \"%s\", and this is version %s. Move it away"
                  + " to have the views built anew from the log.")
              .formatted(folder, found, binaries.major()));
    }
  }

  static int await(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendsException("The start of PostgreSQL was interrupted.", e);
    }
  }
}
