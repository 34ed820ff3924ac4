package dev.assent.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.approval.http.Client;
import dev.assent.approval.http.LiveBackends;
import dev.assent.approval.http.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LiveBackends.class)
class SignInIT {

  @TestHTTPResource("/")
  URI base;

  @Inject World world;

  @Test
  void shouldSendStrangersToTheSignInPageAndBack() {
    // given
    Client browser = new Client(base);

    // when
    var start = browser.follow(browser.get("/"));
    var signIn = browser.follow(start);
    Map<String, String> form = Client.hidden(signIn.body());
    form.putAll(Map.of("person", "ada", "password", world.password("ada")));
    var inside = browser.postForm("/sign-in", form);

    // then
    assertThat(start.statusCode()).isEqualTo(303);
    assertThat(signIn.body()).contains("Sign in").contains("name=\"next\" value=\"/inbox\"");
    assertThat(inside.statusCode()).isEqualTo(303);
    // Paths alone: a proxy that speaks TLS has another scheme than this service sees.
    assertThat(start.headers().firstValue("Location")).contains("/sign-in?next=%2Finbox");
    assertThat(inside.headers().firstValue("Location")).contains("/inbox");
    assertThat(String.join(" ", inside.headers().allValues("Set-Cookie")))
        .contains("assent_session=", "HttpOnly", "SameSite=Lax");
    assertThat(browser.get("/inbox").body()).contains("<h1>Inbox</h1>");
  }

  @Test
  void shouldRefuseAWrongPasswordWithoutSayingWhatIsWrong() {
    // given
    Client browser = new Client(base);
    Map<String, String> form = Client.hidden(browser.get("/sign-in?next=//evil.example").body());
    form.putAll(Map.of("person", "<b>eve", "password", "guess"));

    // when
    var answer = browser.postForm("/sign-in", form);

    // then
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body())
        .contains("do not belong together")
        .contains("value=\"&lt;b&gt;eve\"")
        .contains("name=\"next\" value=\"/inbox\"");
  }

  @Test
  void shouldSendEveryPageWithAStrictPolicyAndOnlyOwnAssets() {
    // given
    Client browser = world.browser(base, "ada");

    // when
    var page = browser.get("/inbox");
    var css = browser.get("/assets/assent.css");

    // then
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            csp ->
                assertThat(csp)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe"));
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(css.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("http://", "https://", "<style", "onclick", "style=\"");
  }
}
