package dev.assent.notifier.channel;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;

/** Addresses of mail, as every server takes them. */
final class MailAddress {

  private MailAddress() {}

  /**
   * Reads an address, with or without a name before it. Its domain is written in ASCII (IDNA).
   *
   * @throws AddressException if it is none, or has other letters than ASCII before its {@code @}:
   *     few servers take these (RFC 6531), and cut to bytes they would be somebody else's
   */
  static InternetAddress parse(String text) throws AddressException {
    InternetAddress address = new InternetAddress(text, true);
    String whole = address.getAddress();
    int at = whole.lastIndexOf('@');
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(whole.substring(0, at + 1))) {
      throw new AddressException("letters before @ that are not ASCII");
    }
    try {
      address.setAddress(whole.substring(0, at + 1) + IDN.toASCII(whole.substring(at + 1)));
      address.setPersonal(address.getPersonal(), StandardCharsets.UTF_8.name());
      return address;
    } catch (IllegalArgumentException | UnsupportedEncodingException e) {
      throw new AddressException("no domain: " + e.getClass().getSimpleName());
    }
  }
}
