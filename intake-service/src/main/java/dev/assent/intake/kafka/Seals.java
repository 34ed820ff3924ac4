package dev.assent.intake.kafka;

import dev.assent.contract.signature.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Signs the headers that Assent writes on submissions. Anybody may write to the topic {@code
 * intents}; without a signature they could send in the name of an agent that uses HTTP, or take an
 * id that its idempotency key will lead to.
 */
public final class Seals {

  private static final String PURPOSE = "intake-submission";

  /** The key of the configuration folder, which all instances share. */
  public interface Signing {
    /** The signature of the text for this purpose, as ASCII. */
    String sign(String purpose, String text);
  }

  private final Signing signing;

  public Seals(Signing signing) {
    this.signing = signing;
  }

  public String seal(Map<String, String> headers, byte[] value) {
    return signing.sign(PURPOSE, text(headers, value));
  }

  /** Whether the seal is ours; takes as long for a wrong one as for the right one. */
  public boolean verify(Map<String, String> headers, byte[] value) {
    String found = headers.get(SubmissionHeaders.SEAL);
    return found != null
        && MessageDigest.isEqual(
            seal(headers, value).getBytes(StandardCharsets.US_ASCII),
            found.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Map<String, String> headers, byte[] value) {
    StringJoiner text = new StringJoiner("\n");
    for (String name :
        new String[] {
          SubmissionHeaders.INTENT_ID,
          SubmissionHeaders.SENDER,
          SubmissionHeaders.IDEMPOTENCY_KEY,
          SubmissionHeaders.ORIGIN,
          "ce_id",
          "ce_type"
        }) {
      String header = headers.get(name);
      // Lengths first, so that no text can move from one header into the next.
      text.add(header == null ? "-" : header.length() + ":" + header);
    }
    return text.add(Sha256.hex(value)).toString();
  }
}
