package dev.assent.access;

import java.nio.file.Path;

/** Another process that edits the folder. */
final class AddTwentyKeys {

  private AddTwentyKeys() {}

  public static void main(String... args) {
    AccessEditor editor = new AccessEditor(Path.of(args[0]));
    for (int i = 0; i < 20; i++) {
      editor.addApiKey("agent://a/b/c");
    }
  }
}
