package dev.assent.approval.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payload as rows of names and values. The raw JSON beside it is always complete; where the table
 * leaves something out, it says so.
 *
 * @param omitted how many values have no row
 */
public record PayloadTable(List<Row> rows, int omitted) {

  /** More rows than anybody reads; whoever must read on has the raw JSON. */
  static final int MAX_ROWS = 200;

  static final int MAX_TEXT = 2_000;
  private static final int MAX_DEPTH = 6;

  /**
   * One row.
   *
   * @param key the label in words
   * @param path the exact name in the payload
   * @param depth how far to indent
   * @param kind {@code text}, {@code long}, {@code number}, {@code yes-no}, {@code nothing}, {@code
   *     group}, {@code json}
   * @param href set where the whole value is a plain web address
   * @param note says what was shortened, or null
   */
  public record Row(
      String key,
      String path,
      int depth,
      String kind,
      String value,
      @Nullable String href,
      @Nullable String note) {}

  public PayloadTable {
    rows = List.copyOf(rows);
  }

  public static PayloadTable of(JsonNode payload) {
    Builder builder = new Builder();
    if (payload.isContainerNode()) {
      builder.children(payload, "", 0);
    } else {
      builder.value("Value", "$", payload, 0);
    }
    return new PayloadTable(builder.rows, builder.omitted);
  }

  private static final class Builder {

    private final List<Row> rows = new ArrayList<>();
    private int omitted;

    void children(JsonNode container, String path, int depth) {
      if (container.isObject()) {
        container
            .properties()
            .forEach(
                field ->
                    value(
                        Wording.sentence(field.getKey()),
                        path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                        field.getValue(),
                        depth));
      } else {
        for (int i = 0; i < container.size(); i++) {
          String key = container.get(i).isContainerNode() ? "Item " + (i + 1) : "" + (i + 1);
          value(key, path + "[" + i + "]", container.get(i), depth);
        }
      }
    }

    void value(String key, String path, JsonNode value, int depth) {
      if (rows.size() >= MAX_ROWS) {
        omitted++;
        return;
      }
      switch (value.getNodeType()) {
        case OBJECT, ARRAY -> container(key, path, value, depth);
        case STRING -> rows.add(text(key, path, value.textValue(), depth));
        case NUMBER -> rows.add(row(key, path, depth, "number", value.toString()));
        case BOOLEAN ->
            rows.add(row(key, path, depth, "yes-no", value.booleanValue() ? "yes" : "no"));
        case NULL, MISSING -> rows.add(row(key, path, depth, "nothing", "none"));
        case BINARY, POJO -> rows.add(row(key, path, depth, "json", value.toString()));
      }
    }

    private void container(String key, String path, JsonNode value, int depth) {
      if (value.isEmpty()) {
        rows.add(row(key, path, depth, "nothing", value.isArray() ? "empty list" : "empty"));
      } else if (value.isArray() && isShortList(value)) {
        rows.add(text(key, path, joined(value), depth));
      } else if (depth >= MAX_DEPTH) {
        rows.add(shortened(key, path, depth, "json", value.toString()));
      } else {
        String count = value.isArray() ? value.size() + " items" : "";
        rows.add(row(key, path, depth, "group", count));
        children(value, path, depth + 1);
      }
    }

    private static boolean isShortList(JsonNode array) {
      int length = 0;
      for (JsonNode item : array) {
        // A comma inside an item would look like two items.
        if (item.isContainerNode() || item.isNull() || item.asText().matches("(?s).*[,\n].*")) {
          return false;
        }
        length += item.asText().length();
      }
      return length <= 160;
    }

    private static String joined(JsonNode array) {
      List<String> items = new ArrayList<>();
      array.forEach(item -> items.add(item.asText()));
      return String.join(", ", items);
    }

    private static Row text(String key, String path, String text, int depth) {
      boolean isLong = text.length() > 120 || text.indexOf('\n') >= 0;
      Row row = shortened(key, path, depth, isLong ? "long" : "text", text);
      return isWebAddress(text)
          ? new Row(row.key(), row.path(), depth, row.kind(), row.value(), text, row.note())
          : row;
    }

    private static Row shortened(String key, String path, int depth, String kind, String text) {
      if (text.length() <= MAX_TEXT) {
        return row(key, path, depth, kind, text);
      }
      int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
      String note = "The first " + end + " of " + text.length() + " characters; the raw JSON below";
      return new Row(
          key,
          Visible.line(path),
          depth,
          kind,
          Visible.text(text.substring(0, end)) + " …",
          null,
          note + " holds all.");
    }

    private static Row row(String key, String path, int depth, String kind, String value) {
      return new Row(key, Visible.line(path), depth, kind, Visible.text(value), null, null);
    }

    /** Only what is one honest address: http or https, a host, no user part, nothing invisible. */
    private static boolean isWebAddress(String text) {
      if (text.length() > 500 || !text.matches("https?://[\\x21-\\x7E]+")) {
        return false;
      }
      try {
        URI uri = new URI(text);
        return uri.getHost() != null && uri.getUserInfo() == null;
      } catch (URISyntaxException e) {
        return false;
      }
    }
  }
}
