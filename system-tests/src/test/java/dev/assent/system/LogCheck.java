package dev.assent.system;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.json.EventCodec;
import dev.assent.eventlog.kafka.Clients;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.kafka.Records;
import dev.assent.eventlog.kafka.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads the whole log and looks for what must never be there. */
record LogCheck(Map<String, List<RecordedEvent>> histories) {

  static LogCheck of(Installation assent) {
    var settings = new KafkaSettings(assent.kafka(), "log-check", new Topics("assent."));
    Map<String, List<RecordedEvent>> histories = new HashMap<>();
    try (var reader = Clients.reader(settings, "log-check")) {
      String topic = settings.topics().events();
      List<TopicPartition> all =
          reader.partitionsFor(topic).stream()
              .map((PartitionInfo info) -> new TopicPartition(topic, info.partition()))
              .toList();
      reader.assign(all);
      reader.seekToBeginning(all);
      var ends = reader.endOffsets(all);
      while (all.stream().anyMatch(at -> reader.position(at) < ends.get(at))) {
        reader
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> {
                  var read = Records.read(record);
                  var event =
                      EventCodec.decode(new WireRecord(read.key(), read.headers(), read.value()));
                  histories
                      .computeIfAbsent(
                          event.envelope().intentId().toString(), id -> new ArrayList<>())
                      .add(event);
                });
      }
    }
    return new LogCheck(histories);
  }

  /** A sentence for each gap, each double and each second ending. */
  List<String> flaws() {
    List<String> flaws = new ArrayList<>();
    histories.forEach(
        (id, events) -> {
          for (int i = 0; i < events.size(); i++) {
            if (events.get(i).sequence() != i + 1) {
              flaws.add(id + ": sequence " + events.get(i).sequence() + " at place " + (i + 1));
            }
          }
          long endings =
              events.stream().filter(event -> event.event() instanceof IntentEnding).count();
          if (endings > 1) {
            flaws.add(id + ": " + endings + " endings");
          }
        });
    return flaws;
  }
}
