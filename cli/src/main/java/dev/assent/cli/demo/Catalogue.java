package dev.assent.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.json.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What the agent of the demo knows of the database: a description that comes with it. */
record Catalogue(JsonNode content) {
  static Catalogue bundled() {
    try (InputStream in = Catalogue.class.getResourceAsStream("prod-postgres-main.json")) {
      return new Catalogue(ContractJson.MAPPER.readTree(Objects.requireNonNull(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String database() {
    return content.path("database").asText();
  }

  boolean hasColumn(String table, String column) {
    return contains(table(table).path("columns"), column);
  }

  boolean hasIndex(String table, String index) {
    return contains(table(table).path("indexes"), index);
  }

  long rows(String table) {
    return table(table).path("rows").asLong();
  }

  long freeDiskMb() {
    return content.path("free_disk_mb").asLong();
  }

  private JsonNode table(String name) {
    return content.path("tables").path(name);
  }

  private static boolean contains(JsonNode list, String text) {
    for (JsonNode each : list) {
      if (each.asText().equals(text)) {
        return true;
      }
    }
    return false;
  }
}
