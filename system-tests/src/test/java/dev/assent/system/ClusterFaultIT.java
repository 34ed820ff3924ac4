package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.eventlog.kafka.Records;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two instances of every service on three brokers: they share the work, answer for each other, and
 * go on without any one of them. What each fault cost the clients is printed.
 */
@Isolated("it keeps the whole machine busy")
class ClusterFaultIT {

  private static final long SEED = Long.getLong("assent.seed", new Random().nextLong());
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LIVE = Duration.ofSeconds(10);

  @TempDir static Path folder;
  private static TwoInstances assent;

  @BeforeAll
  static void start() {
    System.out.printf("assent.seed=%d%n", SEED);
    assent = TwoInstances.start(folder);
    awaitOwners(Set.copyOf(TwoInstances.NAMES));
  }

  @AfterAll
  static void stop() {
    assent.close();
  }

  @Test
  void shouldKeepThreeCopiesAndTwoBeforeItAcknowledges() {
    // when
    Map<String, Set<Integer>> copies =
        assent.brokers.topics().values().stream()
            .collect(
                Collectors.toMap(
                    TopicDescription::name,
                    topic ->
                        topic.partitions().stream()
                            .map(partition -> partition.replicas().size())
                            .collect(Collectors.toSet())));

    // then
    assertThat(copies)
        .containsKey("assent.events")
        .allSatisfy((topic, n) -> assertThat(n).isEqualTo(Set.of(3)));
    assertThat(copies.keySet())
        .filteredOn(topic -> topic.startsWith("assent."))
        .hasSizeGreaterThan(4)
        .allSatisfy(topic -> assertThat(assent.brokers.minInSync(topic)).isEqualTo(2));
  }

  @Test
  void shouldShareTheWork() {
    // given
    Set<Integer> all =
        IntStream.range(0, TwoInstances.PARTITIONS).boxed().collect(Collectors.toSet());

    Set<Integer> worked = new TreeSet<>();

    // when
    Eventually.is(
        PATIENCE,
        () -> {
          worked.add(partition(submitted(assent.agentAt("intake"), Cases.brief())));
          return worked.equals(all);
        });

    // then
    for (String loop : TwoInstances.LOOPS) {
      Map<String, Set<Integer>> owned = assent.owners(loop).partitions();
      assertThat(owned.keySet()).as(loop).containsExactlyInAnyOrderElementsOf(TwoInstances.NAMES);
      assertThat(owned.values().stream().flatMap(Set::stream).toList())
          .as("partitions of %s", loop)
          .containsExactlyInAnyOrderElementsOf(all);
    }
    for (String service : SeparateServices.NAMES) {
      for (String name : TwoInstances.NAMES) {
        Eventually.is(PATIENCE, () -> batches(name, service) > 0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"left", "right"})
  void shouldAnswerAtADoorWhoseLoopsDoNotOwnThePartition(String here) {
    // given
    String there = TwoInstances.other(here);
    Api agent = agentAt(here);
    Api ada = assent.person("ada").at(assent.of(here).url());
    String gate = ownedBy(there, () -> submitted(agent, Cases.quiet()));
    String errand = ownedBy(there, () -> submitted(agent, Cases.errand()));
    String agentStream = "/v1/agents/demo/prod/migrator/intents/stream?wait_seconds=30";

    try (Listener gateLive =
            Listener.to(agent, "/v1/intents/" + gate + "/events/stream?wait_seconds=30");
        Listener work = Listener.to(agent, agentStream)) {
      Eventually.is(LIVE, () -> gateLive.events().contains("intent.human_task_assigned"));
      Eventually.is(LIVE, () -> work.heard("data:", errand));

      // when
      Api.Answer decided =
          ada.post("/v1/approvals/" + gate + "/decision", Map.of("decision", "approve"));
      Api.Answer decidedHere = agent.get("/v1/intents/" + gate);
      Api.Answer decidedThere = agentAt(there).get("/v1/intents/" + gate);
      Api.Answer done =
          agent.post(
              "/v1/intents/" + errand + "/resume", Map.of("action", "complete", "valid", true));
      Api.Answer doneHere = agent.get("/v1/intents/" + errand);
      String late = ownedBy(there, () -> submitted(agent, Cases.errand()));

      // then
      assertThat(List.of(decided, done)).extracting(Api.Answer::status).containsOnly(200);
      assertThat(List.of(decidedHere, doneHere))
          .extracting(answer -> answer.body().at("/intent/status").asText())
          .containsOnly("COMPLETED");
      assertThat(decidedThere.status()).isEqualTo(200);
      agentAt(there).awaitStatus(gate, "COMPLETED", LIVE);
      Eventually.is(LIVE, () -> gateLive.events().contains("intent.completed"));
      assertThat(gateLive.events()).doesNotContain("stream.timeout");
      assertThat(gateLive.ids()).isSorted().doesNotHaveDuplicates();
      Eventually.is(LIVE, () -> work.heard("data:", late));
      withdraw(late);
    }
  }

  @Test
  void shouldGoOnWithAStreamAtTheOtherInstance() {
    // given
    String intent = submitted(agentAt("left"), Cases.quiet());
    String stream = "/v1/intents/" + intent + "/events/stream?wait_seconds=30";
    List<Long> heard;
    try (Listener left = Listener.to(agentAt("left"), stream)) {
      Eventually.is(LIVE, () -> left.events().contains("intent.human_task_assigned"));
      assent.of("left").jvm().stop();
      heard = left.ids();
    }

    // when
    String rest = stream + "&since=" + heard.getLast();
    String cancel = "/v1/intents/" + intent + "/cancel";
    try (Listener right = Listener.to(agentAt("right"), rest)) {
      Eventually.is(LIVE, () -> agentAt("right").post(cancel, Map.of()).status() == 200);

      // then
      Eventually.is(LIVE, () -> right.events().contains("intent.canceled"));
      assertThat(right.ids()).isSorted().doesNotHaveDuplicates().doesNotContainAnyElementsOf(heard);
      assertThat(agentAt("right").eventTypes(intent)).hasSize(heard.size() + right.ids().size());
    } finally {
      assent.of("left").startAgain();
      assent.awaitReady();
      awaitOwners(Set.copyOf(TwoInstances.NAMES));
    }
  }

  /** One verdict on all: each takes as long as a fault. */
  @Test
  void shouldKeepEveryPromiseWhateverDiesOrIsRestarted() {
    try (Load load = Load.start(assent, SEED)) {
      // given
      load.awaitMoreAnswers();
      tell("nothing", load);

      // when
      killBroker("the controllers' leader", assent.brokers.controller(), load);
      killBroker(
          "the coordinator of transactions",
          assent.brokers.coordinatorOfTransactions("assent.approval-left-0"),
          load);
      breakLines(load);
      killInstance("left", load);
      TwoInstances.NAMES.forEach(name -> restartInstance(name, load));
      Verdict verdict = Verdict.of(assent, load);

      // then
      verdict.assertAllIsWell();
    }
  }

  @EnabledIfSystemProperty(named = "assent.long", matches = "true")
  @Test
  void shouldKeepEveryPromiseThroughARollingRestartOfTheBrokers() {
    try (Load load = Load.start(assent, SEED + 1)) {
      // given
      load.awaitMoreAnswers();
      tell("nothing", load);

      // when
      killBroker(
          "the coordinator of the deciders",
          assent.brokers.coordinatorOfGroup("assent.approval"),
          load);
      for (int id = 1; id <= BrokerCluster.BROKERS; id++) {
        assent.brokers.node(id).jvm().stop();
        assent.brokers.node(id).startAgain();
        assent.brokers.awaitWhole();
        load.awaitMoreAnswers();
        tell("restart of broker " + id, load);
      }
      Verdict verdict = Verdict.of(assent, load);

      // then
      verdict.assertAllIsWell();
    }
  }

  private static void killBroker(String what, int id, Load load) {
    BrokerNode victim = assent.brokers.node(id);
    victim.jvm().kill();
    load.awaitMoreAnswers();
    tell("kill -9 of broker " + id + ", " + what, load);
    victim.startAgain();
    assent.brokers.awaitWhole();
    load.awaitMoreAnswers();
    tell("its return", load);
  }

  private static void breakLines(Load load) {
    List<TcpProxy> lines = assent.brokers.lines();
    lines.forEach(line -> line.delay(Duration.ofMillis(20)));
    load.awaitMoreAnswers();
    tell("lines to the brokers that take 20 ms", load);
    lines.forEach(line -> line.delay(Duration.ZERO));
    lines.forEach(TcpProxy::cut);
    load.awaitMoreAnswers();
    tell("lines to the brokers that are cut", load);
    lines.forEach(TcpProxy::reset);
    load.awaitMoreAnswers();
    tell("lines to the brokers that are reset", load);
  }

  private static void killInstance(String name, Load load) {
    assent.of(name).jvm().kill();
    awaitOwners(Set.of(TwoInstances.other(name)));
    load.awaitMoreAnswers();
    tell("kill -9 of " + name, load);
    startInstance(name, load);
    tell("its return", load);
  }

  private static void restartInstance(String name, Load load) {
    assent.of(name).jvm().stop();
    startInstance(name, load);
    tell("restart of " + name, load);
  }

  /** Returns when it has taken its share over. */
  private static void startInstance(String name, Load load) {
    assent.of(name).startAgain();
    assent.awaitReady();
    awaitOwners(Set.copyOf(TwoInstances.NAMES));
    load.awaitMoreAnswers();
  }

  private static void tell(String fault, Load load) {
    System.out.printf("%s: %s%n", fault, load.taken());
  }

  private static void awaitOwners(Set<String> names) {
    for (String loop : TwoInstances.LOOPS) {
      Eventually.is(PATIENCE, () -> assent.owners(loop).now().equals(names));
    }
  }

  private static Api agentAt(String name) {
    return assent.agentAt("intake").at(assent.of(name).url());
  }

  private static String submitted(Api agent, Map<String, Object> intent) {
    Api.Answer answer = agent.post("/v1/intents", intent);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.intentId();
  }

  /** The first of these intents that the loops of this instance decide on. */
  private static String ownedBy(String name, Supplier<String> intents) {
    Set<Integer> owned = assent.owners("intake").partitions().get(name);
    assertThat(assent.owners("approval").partitions().get(name)).isEqualTo(owned);
    return Eventually.get(
        PATIENCE,
        () -> {
          String intent = intents.get();
          if (owned.contains(partition(intent))) {
            return intent;
          }
          withdraw(intent);
          return null;
        });
  }

  /** Nothing may be left to do: the verdicts of other tests wait for that. */
  private static void withdraw(String intent) {
    assertThat(assent.agentAt("approval").post("/v1/intents/" + intent + "/cancel", Map.of()))
        .extracting(Api.Answer::status)
        .isEqualTo(200);
  }

  private static int partition(String intent) {
    return Records.partitionOf(intent, TwoInstances.PARTITIONS);
  }

  /** How many batches the loops of a service have done in this process, as its metrics say. */
  private static double batches(String name, String service) {
    return agentAt(name)
        .text("/q/metrics")
        .lines()
        .filter(line -> line.startsWith("assent_loop_batch_count{"))
        .filter(line -> line.contains("service=\"" + service + "\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
