package dev.assent.intake.http;

import dev.assent.access.Directory;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.IntentId;
import dev.assent.edge.CurrentCaller;
import dev.assent.intake.query.EventFeed;
import dev.assent.intake.query.Names;
import dev.assent.intake.query.Timeline;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The history of an intent as a part of a page, for people who are signed in. */
@OfIntake
@Path("/intents")
@RunOnVirtualThread
public class TimelineResource {

  /** The page's parts. */
  @CheckedTemplate(basePath = "intake")
  static final class Templates {

    private Templates() {}

    static native TemplateInstance timeline(List<Timeline.Entry> entries);
  }

  private final CurrentCaller current;
  private final EventFeed events;
  private final Timeline timeline;

  @Inject
  TimelineResource(CurrentCaller current, EventFeed events, Directory directory) {
    this.current = current;
    this.events = events;
    this.timeline = new Timeline(new Names(directory));
  }

  @GET
  @Path("/{id}/timeline")
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance timeline(@PathParam("id") String id) throws InterruptedException {
    current.requirePerson();
    IntentId intent = Params.intent(id);
    List<RecordedEvent> recorded = events.read(intent);
    if (recorded.isEmpty()) {
      throw Params.notFound(id);
    }
    return Templates.timeline(recorded.stream().map(timeline::entry).toList());
  }
}
