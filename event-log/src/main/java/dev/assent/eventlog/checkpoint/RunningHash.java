package dev.assent.eventlog.checkpoint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One hash over all that a partition holds before an offset: it begins with 32 zero bytes, and each
 * record makes it the SHA-256 of itself followed by the record's hash. So it depends on every
 * record and on their order.
 *
 * @param nextOffset the offset behind the last record that is counted
 * @param records how many are counted: markers of transactions are none
 * @param head as 64 hex digits
 */
public record RunningHash(long nextOffset, long records, String head) {

  /** Of a partition from which nothing was read yet. */
  public static final RunningHash START = new RunningHash(0, 0, "0".repeat(64));

  /**
   * The hash with one record more.
   *
   * @param offset of the record
   * @param hash of the record, as 64 hex digits
   */
  public RunningHash with(long offset, String hash) {
    HexFormat hex = HexFormat.of();
    MessageDigest digest = sha256();
    digest.update(hex.parseHex(head));
    digest.update(hex.parseHex(hash));
    return new RunningHash(offset + 1, records + 1, hex.formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
