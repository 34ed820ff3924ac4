package dev.assent.approval.page;

import dev.assent.contract.signature.Sha256;
import java.io.IOException;
import java.io.InputStream;

/** The addresses of the static files: with a part of their digest, so that no browser keeps old. */
public record Assets(String css, String js, String favicon) {

  private static final String FOLDER = "META-INF/resources/assets/";

  /** The files that this jar carries. */
  public static Assets packaged() {
    return new Assets(address("assent.css"), address("assent.js"), address("favicon.svg"));
  }

  private static String address(String file) {
    try (InputStream content = Assets.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
      if (content == null) {
        throw new IllegalStateException("the asset " + file + " is not in the jar");
      }
      return "/assets/" + file + "?v=" + Sha256.hex(content.readAllBytes()).substring(0, 12);
    } catch (IOException e) {
      throw new IllegalStateException("the asset " + file + " cannot be read", e);
    }
  }
}
