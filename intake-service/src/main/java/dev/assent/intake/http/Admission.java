package dev.assent.intake.http;

import dev.assent.access.AgentCaller;
import dev.assent.access.Caller;
import dev.assent.access.PersonCaller;
import dev.assent.contract.id.IntentId;
import dev.assent.edge.CurrentCaller;
import dev.assent.edge.ViewBehindException;
import dev.assent.intake.query.Freshness;
import dev.assent.intake.query.IntentReads;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Who may see an intent: every person who is signed in; an agent that sent it, is addressed in it
 * or has a step of it. For all others there is no such intent.
 */
@Singleton
public class Admission {

  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final CurrentCaller current;
  private final IntentReads reads;
  private final Freshness view;

  @Inject
  Admission(CurrentCaller current, IntentReads reads, Freshness view) {
    this.current = current;
    this.reads = reads;
    this.view = view;
  }

  /** The id, if the caller may see the intent; after this the view is as new as the caller's. */
  IntentId admit(String text) {
    Caller caller = current.require();
    IntentId id = Params.intent(text);
    view.await(id, PATIENCE);
    if (!isAdmitted(caller, id)) {
      // Another process may have accepted it a moment ago.
      if (!view.awaitEnd(id, PATIENCE)) {
        throw new ViewBehindException();
      }
      if (!isAdmitted(caller, id)) {
        throw Params.notFound(text);
      }
    }
    return id;
  }

  private boolean isAdmitted(Caller caller, IntentId id) {
    return switch (caller) {
      case PersonCaller _ -> reads.find(id).isPresent();
      case AgentCaller agent -> reads.isParty(id, agent.address());
    };
  }
}
