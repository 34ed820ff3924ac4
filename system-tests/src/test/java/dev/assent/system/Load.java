package dev.assent.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Clients that submit, decide, race and withdraw until they are told to stop, and remember each
 * answer that they got.
 */
final class Load implements AutoCloseable {

  private static final int CLIENTS = 4;
  private static final int MORE = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long THINK_NANOS = Duration.ofMillis(200).toNanos();

  private final Memory memory = new Memory();
  private final Patience patience = new Patience();
  private final AtomicIntegerArray cases = new AtomicIntegerArray(CLIENTS);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> clients = new ArrayList<>();
  private final RunningAssent assent;
  private final Map<String, Api> people;
  private volatile boolean stopping;

  private Load(RunningAssent assent) {
    this.assent = assent;
    people = Map.of("ada", assent.person("ada"), "bo", assent.person("bo"));
  }

  /** Starts clients; those of another seed send under other keys. */
  static Load start(RunningAssent assent, long seed) {
    Load load = new Load(assent);
    String name = Long.toHexString(seed);
    for (int client = 0; client < CLIENTS; client++) {
      int number = client;
      Random random = new Random(seed + client);
      load.clients.add(load.threads.submit(() -> load.work(number, name, random)));
    }
    RawSubmitter raw = new RawSubmitter(assent.kafka(), "raw-" + name + "-", load.memory);
    load.clients.add(load.threads.submit(() -> raw.work(new Random(seed), () -> load.stopping)));
    return load;
  }

  /** Lets each client finish its case, and hands over what they were told. */
  Memory stop() {
    stopping = true;
    for (Future<?> client : clients) {
      try {
        client.get();
      } catch (Exception e) {
        memory.surprise("a client gave up: " + e);
      }
    }
    return memory;
  }

  /**
   * Returns when clients were given some more answers, and each has done a case from its beginning
   * to its end: what was broken works again.
   */
  void awaitMoreAnswers() {
    int before = memory.answers();
    int[] done = IntStream.range(0, CLIENTS).map(cases::get).toArray();
    Eventually.is(
        PATIENCE,
        () -> {
          requireAllAtWork();
          return memory.answers() >= before + MORE
              && IntStream.range(0, CLIENTS).allMatch(i -> cases.get(i) >= done[i] + 2);
        });
  }

  private void requireAllAtWork() {
    for (Future<?> client : clients) {
      if (client.state() == Future.State.FAILED) {
        throw new AssertionError("a client gave up", client.exceptionNow());
      }
    }
  }

  /** What clients went through since this was last asked. */
  Patience.Taken taken() {
    return patience.taken();
  }

  private void work(int client, String name, Random random) {
    for (int i = 0; !stopping; i++) {
      oneCase("client-%s-%d-%d".formatted(name, client, i), random);
      cases.incrementAndGet(client);
      LockSupport.parkNanos(THINK_NANOS);
    }
  }

  private void oneCase(String key, Random random) {
    Api.Answer submitted =
        patience.ask(
            () ->
                assent
                    .agentAt("intake")
                    .post("/v1/intents", Cases.brief(), "Idempotency-Key", key + "-submit"));
    if (submitted.status() != 200) {
      memory.surprise("submitting " + key + " was answered with " + submitted);
      return;
    }
    String intent = submitted.intentId();
    memory.keep(new Told.Accepted(intent));
    Api.Answer shown = patience.ask(() -> assent.agentAt("intake").get("/v1/intents/" + intent));
    if (shown.status() != 200) {
      memory.surprise(intent + " was accepted, and is now answered with " + shown);
    }
    String person = random.nextBoolean() ? "ada" : "bo";
    String other = person.equals("ada") ? "bo" : "ada";
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> decide(intent, person, "approve");
      case 3 -> decide(intent, person, "reject");
      case 4, 5 ->
          together(() -> decide(intent, person, "approve"), () -> decide(intent, other, "reject"));
      case 6 -> together(() -> decide(intent, person, "approve"), () -> cancel(intent));
      default -> {
        // Nobody reacts: its policy ends it.
      }
    }
  }

  private void together(Runnable one, Runnable two) {
    CompletableFuture<Void> first = CompletableFuture.runAsync(one, threads);
    two.run();
    first.join();
  }

  private void decide(String intent, String person, String decision) {
    String path = "/v1/approvals/" + intent + "/decision";
    Api.Answer answer =
        acting(
            () -> people.get(person).at(assent.door("approval")),
            path,
            Map.of("decision", decision),
            person + decision);
    switch (answer.status()) {
      case 200 ->
          memory.keep(
              new Told.Won(intent, person, decision.equals("approve") ? "approved" : "rejected"));
      case 409 -> {
        memory.keep(new Told.Lost(intent, person));
        String winner = answer.body().at("/error/details/winner/by/id").asText();
        if (!winner.isEmpty()) {
          memory.keep(new Told.WonBy(intent, winner));
        }
      }
      default -> memory.surprise(person + " deciding on " + intent + " was answered " + answer);
    }
  }

  private void cancel(String intent) {
    Api.Answer answer =
        acting(
            () -> assent.agentAt("approval"),
            "/v1/intents/" + intent + "/cancel",
            Map.of(),
            "cancel");
    switch (answer.status()) {
      case 200 -> memory.keep(new Told.Canceled(intent));
      case 409 -> memory.keep(new Told.NotCanceled(intent));
      default -> memory.surprise("cancelling " + intent + " was answered " + answer);
    }
  }

  private Api.Answer acting(Supplier<Api> caller, String path, Object body, String key) {
    return patience.ask(() -> caller.get().post(path, body, "Idempotency-Key", key));
  }

  @Override
  public void close() {
    stopping = true;
    threads.shutdownNow();
  }
}
