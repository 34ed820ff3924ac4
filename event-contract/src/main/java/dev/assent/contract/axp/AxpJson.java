package dev.assent.contract.axp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** JSON for server-sent events: one line that every client's line splitter leaves in one piece. */
public final class AxpJson {

  /** One client stops reading at lines over 64 KiB; this leaves room for {@code data: }. */
  public static final int LONGEST_LINE = 64_000;

  /** What may be left out of an event that is too long, largest first; it can be read by GET. */
  private static final List<String> EXPENDABLE = List.of("result", "human_task", "details");

  private static final ObjectMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private AxpJson() {}

  /**
   * One line of ASCII. Python splits lines at U+2028, U+2029 and U+0085 too, and would lose the
   * event; escaped they are only text.
   */
  public static String line(ObjectNode json) {
    try {
      return ASCII.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree that is no JSON", e);
    }
  }

  /**
   * An event's line, at most {@link #LONGEST_LINE} characters. A longer one loses its result, task
   * and details, as far as needed, and names them in {@code omitted}.
   */
  public static String eventLine(ObjectNode event) {
    String line = line(event);
    if (line.length() <= LONGEST_LINE) {
      return line;
    }
    ObjectNode shorter = event.deepCopy();
    var omitted = shorter.putArray("omitted");
    for (String field : EXPENDABLE) {
      if (shorter.remove(field) != null) {
        omitted.add(field);
        if (field.equals("result") && shorter.path("details") instanceof ObjectNode details) {
          details.remove("result");
        }
        line = line(shorter);
        if (line.length() <= LONGEST_LINE) {
          return line;
        }
      }
    }
    return line;
  }
}
