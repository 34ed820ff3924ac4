package dev.assent.approval.page;

import dev.assent.access.Directory;
import dev.assent.access.Person;
import dev.assent.access.PersonCaller;
import dev.assent.approval.config.ApprovalConfig;
import dev.assent.edge.Csrf;
import io.quarkus.qute.Engine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What all pages are made with. */
@Singleton
public class PageKit {

  /** Stricter than what the edge adds: a page loads its own style, script and updates, no more. */
  static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Pages pages;
  private final Names names;
  private final Times times;
  private final Csrf csrf;

  @Inject
  PageKit(
      Engine engine, Directory directory, ApprovalConfig config, InstantSource clock, Csrf csrf) {
    this.pages = new Pages(engine, Assets.packaged());
    this.names = new Names(id -> directory.person(id).map(Person::name));
    this.times =
        new Times(clock, config.timeZone().map(ZoneId::of).orElseGet(ZoneId::systemDefault));
    this.csrf = csrf;
  }

  Pages pages() {
    return pages;
  }

  Names names() {
    return names;
  }

  Times times() {
    return times;
  }

  /**
   * The frame of a page for somebody who is signed in.
   *
   * @param live where its live updates come from, or null
   * @param self the address that shows it again
   */
  Frame frame(PersonCaller person, String title, @Nullable String live, String self) {
    String here = self.startsWith("/inbox") ? "inbox" : "task";
    return new Frame(title, Visible.line(person.person().name()), csrf.token(), live, self, here);
  }

  Response message(int status, MessagePage page) {
    return page(status, pages.html(page));
  }

  static Response page(int status, String html) {
    return Response.status(status)
        .type("text/html;charset=UTF-8")
        .header("Content-Security-Policy", CSP)
        .header("X-Frame-Options", "DENY")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cache-Control", "no-store")
        .entity(html)
        .build();
  }
}
