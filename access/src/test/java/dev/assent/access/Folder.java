package dev.assent.access;

import java.nio.file.Path;

/** A demo folder with quick password hashes, and what is open on it. */
final class Folder {

  static final int QUICK = 1_000;

  final Path path;
  final Moments moments = new Moments();
  final InitialCredentials credentials;

  Folder(Path path) {
    this.path = path;
    this.credentials = FirstStart.prepare(path, moments, QUICK).orElseThrow();
  }

  Access open() {
    return Access.open(path, moments, moments::nanoTime, PasswordHash.of("nobody's", QUICK));
  }

  AccessEditor editor() {
    return new AccessEditor(path, moments, QUICK);
  }

  AccessFiles files() {
    return new AccessFiles(path);
  }

  String password(String personId) {
    return credentials.password(personId).orElseThrow();
  }

  String demoKey() {
    return credentials.apiKeys().getFirst().token();
  }
}
