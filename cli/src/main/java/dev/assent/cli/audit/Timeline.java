package dev.assent.cli.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.cli.http.EventWords;
import dev.assent.cli.terminal.Moments;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Table;
import dev.assent.cli.terminal.Table.Cell;
import dev.assent.cli.terminal.Terminal;
import dev.assent.cli.terminal.Text;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.json.EventTypes;
import java.util.List;

/** A history as people and programs read it. */
public final class Timeline {
  private Timeline() {}

  /** Who did what when, and what came of the check. */
  public static void print(Terminal terminal, History history) {
    Style style = terminal.style();
    Table table = new Table("").heading(style, "SEQ", "TIME (UTC)", "WHO", "WHAT", "CONTEXT");
    List<ObjectNode> rendered = history.rendered();
    String day = "";
    for (int i = 0; i < rendered.size(); i++) {
      RecordedEvent event = history.events().get(i);
      String moment = Moments.exact(event.envelope().time());
      String today = moment.substring(0, 10);
      if (!today.equals(day)) {
        table.row(List.of(Cell.of(""), new Cell(today, style::dim)));
        day = today;
      }
      table.row(
          List.of(
              Cell.of("%3d".formatted(event.sequence())),
              new Cell(moment.substring(11), style::dim),
              Cell.of(
                  Text.shorten(
                      Text.visible(EventWords.agent(rendered.get(i).path("actor").asText())), 14)),
              new Cell(EventTypes.name(event.event()).replaceFirst("^intent\\.", ""), style::bold),
              Cell.of(EventWords.of(rendered.get(i)))));
    }
    table.print(terminal);
    terminal.say(verdict(style, history));
    history.faults().forEach(fault -> terminal.say("  " + style.bad(fault)));
  }

  private static String verdict(Style style, History history) {
    int count = history.events().size();
    return history.isSound()
        ? style.good(
            "The log is whole: sequences 1 to %d without a gap, and the rules lead to %s."
                .formatted(count, history.standing()))
        : style.bad("The log is NOT whole.");
  }

  /** Everything, for programs. */
  public static ObjectNode json(String intentId, History history) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("intent_id", intentId);
    json.put("whole", history.isSound());
    json.set("faults", ContractJson.tree(history.faults()));
    json.put("standing", history.standing());
    ArrayNode events = json.putArray("events");
    history
        .events()
        .forEach(
            recorded -> {
              Envelope envelope = recorded.envelope();
              ObjectNode event = events.addObject();
              event
                  .put("sequence", recorded.sequence())
                  .put("type", EventTypes.name(recorded.event()))
                  .put("time", envelope.time().toString())
                  .put("source", envelope.source())
                  .put("caused_by", envelope.causationId());
              event.set("event", ContractJson.tree(recorded.event()));
            });
    return json;
  }
}
