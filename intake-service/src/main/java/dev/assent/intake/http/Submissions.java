package dev.assent.intake.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.json.ContractJson;
import dev.assent.edge.CurrentCaller;
import dev.assent.edge.RefusedException;
import dev.assent.edge.ViewBehindException;
import dev.assent.intake.command.SubmissionDoor;
import dev.assent.intake.command.SubmissionDoor.Answer;
import dev.assent.intake.domain.SubmissionParser.Form;
import dev.assent.intake.query.Freshness;
import dev.assent.intake.query.IntentReads;
import dev.assent.intake.query.IntentView;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hands in submissions and answers them; no thread waits for the log meanwhile. */
@Singleton
public class Submissions {

  /** Reading a large form takes time, and reading the view blocks: neither is for I/O threads. */
  private final Executor aside = Executors.newVirtualThreadPerTaskExecutor();

  private final CurrentCaller current;
  private final SubmissionDoor door;
  private final IntentReads reads;
  private final Freshness view;

  @Inject
  Submissions(CurrentCaller current, SubmissionDoor door, IntentReads reads, Freshness view) {
    this.current = current;
    this.door = door;
    this.reads = reads;
    this.view = view;
  }

  /**
   * Submits.
   *
   * @param more adds to the answer, knowing whether it repeats an earlier one
   */
  CompletionStage<ObjectNode> submit(
      byte @Nullable [] body,
      Form form,
      String endpoint,
      HttpHeaders headers,
      BiFunction<ObjectNode, Boolean, ObjectNode> more) {
    SubmissionDoor.Request request =
        new SubmissionDoor.Request(
            body == null ? new byte[0] : body,
            form,
            endpoint,
            current.require(),
            Params.idempotencyKey(headers.getHeaderString("Idempotency-Key")),
            headers.getHeaderString("traceparent"));
    return CompletableFuture.supplyAsync(() -> door.submit(request), aside)
        .thenCompose(Function.identity())
        .thenCompose(
            answer ->
                switch (answer) {
                  case Answer.Accepted made ->
                      CompletableFuture.completedStage(
                          more.apply(
                              answer(
                                  made.intent(),
                                  IntentStatus.SUBMITTED,
                                  made.createdAt().toString()),
                              false));
                  case Answer.Repeated before ->
                      CompletableFuture.supplyAsync(
                          () -> more.apply(again(before.intent()), true), aside);
                  case Answer.Refused refused ->
                      CompletableFuture.failedStage(new RefusedException(refused.refusal()));
                });
  }

  private ObjectNode again(IntentId id) {
    view.await(id, Admission.PATIENCE);
    IntentView known = reads.find(id).orElseThrow(ViewBehindException::new);
    return answer(id, known.state().progress().status(), known.state().createdAt().toString());
  }

  private static ObjectNode answer(IntentId id, IntentStatus status, String createdAt) {
    return ContractJson.MAPPER
        .createObjectNode()
        .put("ok", true)
        .put("intent_id", id.toString())
        .put("status", status.name())
        .put("created_at", createdAt);
  }
}
