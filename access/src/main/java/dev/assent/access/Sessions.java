package dev.assent.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Session tokens that carry all there is to know: {@code as1.<person, end, nonce>.<signature>}. The
 * signature also covers the stored password, so that changing it ends every session.
 */
final class Sessions {

  static final Duration LIFETIME = Duration.ofHours(12);
  static final String PREFIX = "as1.";

  private static final String PURPOSE = "session";
  private static final int MAX_LENGTH = 512;

  private final Signer signer;
  private final InstantSource clock;

  Sessions(Signer signer, InstantSource clock) {
    this.signer = signer;
    this.clock = clock;
  }

  String open(People.Entry entry) {
    long end = clock.instant().plus(LIFETIME).getEpochSecond();
    String claims = entry.person().id() + "\n" + end + "\n" + Secrets.hex(8);
    String body =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return PREFIX + body + "." + sign(body, entry);
  }

  Optional<People.Entry> verify(String token, People people) {
    int dot = token.lastIndexOf('.');
    if (token.length() > MAX_LENGTH || !token.startsWith(PREFIX) || dot < PREFIX.length()) {
      return Optional.empty();
    }
    String body = token.substring(PREFIX.length(), dot);
    String[] claims = claims(body);
    if (claims == null) {
      return Optional.empty();
    }
    return people
        .entry(claims[0])
        .filter(entry -> signer.verify(PURPOSE, signed(body, entry), token.substring(dot + 1)))
        .filter(
            entry -> clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(claims[1]))));
  }

  private String sign(String body, People.Entry entry) {
    return signer.sign(PURPOSE, signed(body, entry));
  }

  private static String signed(String body, People.Entry entry) {
    return body + "." + HexFormat.of().formatHex(entry.fingerprint());
  }

  private static String @Nullable [] claims(String body) {
    try {
      String[] claims =
          new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8).split("\n", -1);
      return claims.length == 3 ? claims : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
