package dev.assent.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the agent of the demo finds when it looks at a statement.
 *
 * @param checks in the order in which they were made
 */
record Validation(List<Check> checks) {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "CREATE\\s+INDEX\\s+(CONCURRENTLY\\s+)?(\\w+)\\s+ON\\s+(\\w+)\\s*\\(\\s*(\\w+)\\s*\\)\\s*;?",
          Pattern.CASE_INSENSITIVE);

  /** An entry of text in a B-tree, with what the page around it takes. */
  private static final long BYTES_PER_ROW = 48;

  /** One thing that was looked at. */
  record Check(String what, boolean good) {}

  Validation {
    checks = List.copyOf(checks);
  }

  static Validation of(JsonNode payload, Catalogue catalogue) {
    List<Check> checks = new ArrayList<>();
    String database = payload.path("database").asText();
    checks.add(
        new Check("the target is " + catalogue.database(), database.equals(catalogue.database())));
    Matcher statement = STATEMENT.matcher(payload.path("statement").asText().strip());
    boolean readable = statement.matches();
    checks.add(new Check("one statement, and all it does is create an index", readable));
    if (readable) {
      String table = statement.group(3).toLowerCase(Locale.ROOT);
      String index = statement.group(2).toLowerCase(Locale.ROOT);
      String column = statement.group(4).toLowerCase(Locale.ROOT);
      checks.add(
          new Check(
              "built CONCURRENTLY, so writes to " + table + " go on", statement.group(1) != null));
      checks.add(
          new Check(
              "there is a column " + table + "." + column, catalogue.hasColumn(table, column)));
      checks.add(
          new Check("there is no index " + index + " yet", !catalogue.hasIndex(table, index)));
      checks.add(space(catalogue, table));
    }
    return new Validation(checks);
  }

  private static Check space(Catalogue catalogue, String table) {
    long needed = catalogue.rows(table) * BYTES_PER_ROW / 1_000_000;
    return new Check(
        String.format(
            Locale.ROOT,
            "%,d rows need about %d MB of %,d MB free",
            catalogue.rows(table),
            needed,
            catalogue.freeDiskMb()),
        needed * 2 < catalogue.freeDiskMb());
  }

  boolean isGood() {
    return checks.stream().allMatch(Check::good);
  }

  /** What the agent reports. */
  ObjectNode report() {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("action", isGood() ? "complete" : "fail");
    ArrayNode list = report.putArray("checks");
    checks.forEach(check -> list.addObject().put("check", check.what()).put("ok", check.good()));
    if (!isGood()) {
      report.putObject("error").put("code", "invalid").put("message", firstFault());
    }
    return report;
  }

  private String firstFault() {
    return checks.stream()
        .filter(check -> !check.good())
        .findFirst()
        .map(check -> "it is not so that " + check.what())
        .orElse("");
  }
}
