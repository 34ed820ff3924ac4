package dev.assent.cli.demo;

import dev.assent.cli.local.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Commands as the user has to type them where they are.
 *
 * @param program the launcher
 * @param data the option that names the folder of the demo
 */
public record CommandWords(String program, String data) {
  /**
   * Finds them.
   *
   * @param home where the launcher lies
   * @param here where the user is
   */
  public static CommandWords of(Path home, Path here, DataFolder folder) {
    Path launcher = home.resolve("assent");
    String program = Files.exists(launcher) ? relative(here, launcher, "./") : "assent";
    return new CommandWords(program, "--data " + relative(here, folder.path(), ""));
  }

  private static String relative(Path here, Path target, String prefix) {
    return target.startsWith(here) ? prefix + here.relativize(target) : target.toString();
  }

  String with(String words) {
    return program + " " + words;
  }

  public String withData(String words) {
    return program + " " + words + " " + data;
  }
}
