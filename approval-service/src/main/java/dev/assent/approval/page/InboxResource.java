package dev.assent.approval.page;

import dev.assent.access.PersonCaller;
import dev.assent.approval.config.ApprovalConfig;
import dev.assent.approval.config.OfApproval;
import dev.assent.approval.query.TaskView;
import dev.assent.approval.query.Tasks;
import dev.assent.contract.intent.Actor;
import dev.assent.edge.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The inbox of whoever is signed in. */
@OfApproval
@Path("/inbox")
public class InboxResource {

  private final CurrentCaller current;
  private final Tasks tasks;
  private final PageKit kit;
  private final ApprovalConfig config;
  private final LiveStreams live;

  @Inject
  InboxResource(
      CurrentCaller current, Tasks tasks, PageKit kit, ApprovalConfig config, LiveStreams live) {
    this.current = current;
    this.tasks = tasks;
    this.kit = kit;
    this.config = config;
    this.live = live;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  @RunOnVirtualThread
  public Response inbox() {
    PersonCaller caller = current.requirePerson();
    Actor person = caller.actor();
    List<TaskView> open = tasks.openFor(person, config.inboxSize());
    int count = open.size() < config.inboxSize() ? open.size() : tasks.countOpenFor(person);
    List<TaskView> recent = tasks.closedFor(person, config.recentSize());
    String title = count == 0 ? "Inbox" : "Inbox (" + count + ")";
    Frame frame = kit.frame(caller, title, "/inbox/live", "/inbox");
    InboxPage page = new InboxPages(kit.names(), kit.times()).of(frame, count, open, recent);
    return PageKit.page(200, kit.pages().html(page));
  }

  /** Says whenever the inbox may have changed. */
  @GET
  @Path("/live")
  @Produces(MediaType.WILDCARD)
  @RunOnVirtualThread
  public Response live(@Context RoutingContext request) {
    return live.inbox(current.requirePerson().actor(), request);
  }
}
