package dev.assent.approval.page;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
      return "/assets/" + file + "?v=" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("the asset " + file + " cannot be read", e);
    }
  }
}
