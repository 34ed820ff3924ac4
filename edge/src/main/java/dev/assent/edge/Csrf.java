package dev.assent.edge;

import dev.assent.access.Signer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a form was filled in on a page of ours. Put {@link #token()} into a hidden field
 * named {@value #FIELD}, and call {@link #verify(MultivaluedMap)} before anything else.
 */
@ApplicationScoped
public class Csrf {

  /** The hidden field. Scripts may send the header {@value #HEADER} instead. */
  public static final String FIELD = "csrf";

  public static final String HEADER = "X-CSRF-Token";

  /** The cookie of the sign-in form, which has no session to bind to yet. */
  public static final String SIGN_IN_COOKIE = "assent_sign_in";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Signer signer;
  private final CurrentCaller caller;
  private final boolean secure;

  @Inject
  Csrf(Signer signer, CurrentCaller caller, AssentConfig config) {
    this.signer = signer;
    this.caller = caller;
    this.secure = "https".equals(config.publicUrl().getScheme());
  }

  /**
   * The token of the current session, the same for as long as it lasts.
   *
   * @throws NotSignedInException if there is no session
   */
  public String token() {
    return signer.sign("csrf", session());
  }

  /**
   * Checks a posted form of somebody who is signed in.
   *
   * @throws NotSignedInException if there is no session
   * @throws ProblemException 403 if the token is missing or another session's
   */
  public void verify(MultivaluedMap<String, String> form) {
    verify(form.getFirst(FIELD));
  }

  /** Checks a token alone; see {@link #verify(MultivaluedMap)}. */
  public void verify(@Nullable String token) {
    if (token == null || !signer.verify("csrf", session(), token)) {
      throw new ProblemException(CallerProblems.foreignForm());
    }
  }

  /**
   * What the sign-in page needs: the field's value, and the cookie to set with the page.
   *
   * @param token for the hidden field
   */
  public record SignInForm(String token, NewCookie cookie) {}

  /** A new sign-in form: what it posts must match its cookie. */
  public SignInForm signInForm() {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    String nonce = HexFormat.of().formatHex(random);
    NewCookie cookie =
        new NewCookie.Builder(SIGN_IN_COOKIE)
            .value(nonce)
            .path("/sign-in")
            .httpOnly(true)
            .secure(secure)
            .sameSite(NewCookie.SameSite.STRICT)
            .build();
    return new SignInForm(signer.sign("sign-in", nonce), cookie);
  }

  /**
   * Checks a posted sign-in form against the cookie {@value #SIGN_IN_COOKIE}.
   *
   * @throws ProblemException 403 if they do not belong together
   */
  public void verifySignIn(MultivaluedMap<String, String> form, @Nullable String cookie) {
    String token = form.getFirst(FIELD);
    if (token == null || cookie == null || !signer.verify("sign-in", cookie, token)) {
      throw new ProblemException(CallerProblems.foreignForm());
    }
  }

  private String session() {
    caller.requirePerson();
    return caller
        .sessionToken()
        .orElseThrow(() -> new ProblemException(CallerProblems.foreignForm()));
  }
}
