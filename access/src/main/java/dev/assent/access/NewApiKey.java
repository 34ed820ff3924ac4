package dev.assent.access;

/**
 * A key that was just made.
 *
 * @param token what the agent sends; a secret
 */
public record NewApiKey(String address, String keyId, String token) {

  /** Without the secret: records end up in logs. */
  @Override
  public String toString() {
    return "NewApiKey[address=" + address + ", keyId=" + keyId + "]";
  }
}
