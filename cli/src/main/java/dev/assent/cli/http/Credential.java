package dev.assent.cli.http;

/**
 * What a request proves its sender with.
 *
 * @param token an agent's key or a person's session; empty for none
 * @param holder whom it belongs to, for messages
 */
public record Credential(String token, String holder) {
  public static final Credential NONE = new Credential("", "nobody");

  /** Without the secret: records end up in logs. */
  @Override
  public String toString() {
    return "Credential[holder=" + holder + "]";
  }
}
