package dev.assent.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All that clients were told, and the records that the broker took from them. */
final class Memory {

  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final Set<String> records = ConcurrentHashMap.newKeySet();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

  void keep(Told answer) {
    told.add(answer);
  }

  /** The broker acknowledged a record with this id. */
  void acknowledged(String record) {
    records.add(record);
  }

  /** An answer that no client should ever get. */
  void surprise(String sentence) {
    surprises.add(sentence);
  }

  int answers() {
    return told.size() + records.size();
  }

  long count(Class<? extends Told> kind) {
    return told.stream().filter(kind::isInstance).count();
  }

  /** A sentence for each answer that the log or the API does not bear out. */
  List<String> lies(LogCheck log, Api api) {
    List<String> lies = new ArrayList<>(surprises);
    for (String record : records) {
      if (!log.holds(record)) {
        lies.add(record + ": acknowledged, but not there");
      }
    }
    for (Told answer : told) {
      History history = log.history(answer.intent());
      if (history == null || !answer.isTrueIn(history)) {
        lies.add(answer + ", but the log says " + history);
      } else if (answer instanceof Told.Accepted) {
        String shown = shown(api, answer.intent());
        if (!shown.equals(String.valueOf(history.ending()))) {
          lies.add(answer.intent() + ": shown as " + shown + ", but the log says " + history);
        }
      }
    }
    return lies;
  }

  private static String shown(Api api, String intent) {
    return api.get("/v1/intents/" + intent).body().at("/intent/status").asText();
  }
}
