package dev.assent.approval.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;

/** Writes pages as HTML. Everything that comes from outside is escaped by the engine. */
public final class Pages {

  private final Engine engine;
  private final Assets assets;

  public Pages(Engine engine, Assets assets) {
    this.engine = engine;
    this.assets = assets;
    requireEscaping();
  }

  public String html(InboxPage page) {
    return render("inbox", page);
  }

  public String html(TaskPage page) {
    return render("task", page);
  }

  public String html(ConfirmPage page) {
    return render("confirm", page);
  }

  public String html(SignInPage page) {
    return render("sign-in", page);
  }

  public String html(MessagePage page) {
    return render("message", page);
  }

  private String render(String name, Object page) {
    Template template = engine.getTemplate("approval/" + name + ".html");
    if (template == null) {
      throw new IllegalStateException("there is no template approval/" + name + ".html");
    }
    return template.data("page", page).data("assets", assets).render();
  }

  /** An engine that was set up without escaping must not show a single page. */
  private void requireEscaping() {
    String probe = "<script>\"'";
    Frame frame = new Frame(probe, probe, probe, probe, probe, probe);
    if (html(new MessagePage(frame, probe, probe, probe, probe)).contains(probe)) {
      throw new IllegalStateException("the template engine does not escape HTML");
    }
  }
}
