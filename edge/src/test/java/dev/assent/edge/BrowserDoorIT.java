package dev.assent.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DemoFolder.class)
class BrowserDoorIT extends EdgeDoors {

  @ConfigProperty(name = "probe.password")
  String password;

  @Test
  void shouldSendBrowsersToSignInAndBack() throws Exception {
    // when
    var browser = send(get("/page?tab=1").header("Accept", "text/html,*/*"));
    var script = send(get("/page").header("Accept", "text/html").header("HX-Request", "true"));

    // then
    assertThat(browser.statusCode()).isEqualTo(303);
    assertThat(browser.headers().firstValue("Location"))
        .contains("/sign-in?next=%2Fpage%3Ftab%3D1");
    assertThat(script.headers().firstValue("HX-Redirect")).contains("/sign-in");
  }

  @Test
  void shouldTakeAFormOfTheSameSessionOnly() throws Exception {
    // given
    String mine = session();
    String token = page(mine).split(" ")[1];

    // when
    var right = send(form("/page", mine, "csrf=" + token));
    var missing = send(form("/page", mine, "x=y"));
    var other = send(form("/page", session(), "csrf=" + token));
    var foreign = send(form("/page", mine, "csrf=" + token).header("Sec-Fetch-Site", "same-site"));

    // then
    assertThat(right.body()).isEqualTo("done");
    assertProblem(missing, 403, "csrf_check_failed");
    assertProblem(other, 403, "csrf_check_failed");
    assertProblem(foreign, 403, "csrf_check_failed");
  }

  @Test
  void shouldNotLetACookieAloneWriteToTheApi() throws Exception {
    // given
    String mine = session();
    String token = page(mine).split(" ")[1];

    // when
    var without = send(withCookie(json("/v1/probe/json", "{\"count\":1}"), mine));
    var with =
        send(withCookie(json("/v1/probe/json", "{\"count\":1}"), mine).header(Csrf.HEADER, token));
    var read = send(withCookie(get("/v1/probe/me"), mine));

    // then
    assertProblem(without, 403, "csrf_check_failed");
    assertThat(with.statusCode()).isEqualTo(200);
    assertThat(read.body()).isEqualTo("ada");
  }

  @Test
  void shouldSignInWithAFormThatMatchesItsCookie() throws Exception {
    // given
    var page = send(get("/sign-in"));
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
    String form = "csrf=" + page.body() + "&person=ada&password=" + password;

    // when
    var right = send(signIn(form).header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
    var without = send(signIn(form));
    var other = send(signIn(form).header("Cookie", Csrf.SIGN_IN_COOKIE + "=0000"));

    // then
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
    assertThat(right.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("assent_session=as1.")
        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200");
    assertProblem(without, 403, "csrf_check_failed");
    assertProblem(other, 403, "csrf_check_failed");
  }

  @Test
  void shouldShowBrowsersAPageWithTheProblemEscaped() throws Exception {
    // when
    var response = send(get("/page-bug").header("Accept", "text/html"));

    // then
    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(response.body()).contains("Expected &lt;b&gt;, but came &amp; or &quot;.");
  }

  private String page(String session) throws Exception {
    return send(withCookie(get("/page"), session)).body();
  }

  private HttpRequest.Builder signIn(String form) {
    return request("/sign-in")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  private HttpRequest.Builder form(String path, String session, String form) {
    return withCookie(request(path), session)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  private static HttpRequest.Builder withCookie(HttpRequest.Builder request, String session) {
    return request.header("Cookie", SessionCookies.NAME + "=" + session);
  }
}
