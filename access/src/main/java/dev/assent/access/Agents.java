package dev.assent.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@code agents.json} says:
 *
 * <pre>{@code
 * {"agents": [{"address": "agent://acme/prod/migrator",
 *              "keys": [{"id": "4be1...", "secret_sha256": "<64 hex digits>",
 *                        "created_at": "2026-01-01T00:00:00Z"}]}]}
 * }</pre>
 */
final class Agents {

  static final String FILE = "agents.json";

  private static final Pattern KEY_ID = Pattern.compile("[a-z0-9]{4,64}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** A key, without its secret. */
  record Key(String address, String id, byte[] secretSha256, Instant createdAt) {}

  private final Set<String> addresses;
  private final Map<String, Key> keys = new LinkedHashMap<>();

  private Agents(Set<String> addresses) {
    this.addresses = addresses;
  }

  static Agents read(byte[] json) {
    Agents agents = new Agents(new HashSet<>());
    Fields.document(FILE, json).only("agents").objects("agents").forEach(agents::addAgent);
    return agents;
  }

  static byte[] write(List<Key> keys) {
    Map<String, List<Key>> byAddress = new LinkedHashMap<>();
    for (Key key : keys) {
      byAddress.computeIfAbsent(key.address(), address -> new ArrayList<>()).add(key);
    }
    ObjectNode document = Fields.JSON.createObjectNode();
    ArrayNode list = document.putArray("agents");
    byAddress.forEach(
        (address, itsKeys) -> {
          ArrayNode written = list.addObject().put("address", address).putArray("keys");
          for (Key key : itsKeys) {
            written
                .addObject()
                .put("id", key.id())
                .put("secret_sha256", HexFormat.of().formatHex(key.secretSha256()))
                .put("created_at", key.createdAt().toString());
          }
        });
    try {
      return Fields.JSON.writeValueAsBytes(document);
    } catch (IOException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  Optional<Key> key(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  List<Key> keys() {
    return List.copyOf(keys.values());
  }

  private void addAgent(Fields fields) {
    fields.only("address", "keys");
    String address = fields.text("address");
    if (!AgentAddress.isValid(address)) {
      throw fields.wrong(fields.at("address"), AgentAddress.FORM, "another form");
    }
    if (!addresses.add(address)) {
      throw fields.wrong(fields.at("address"), "used once", "\"" + address + "\" again");
    }
    fields.objects("keys").forEach(key -> addKey(address, key));
  }

  private void addKey(String address, Fields fields) {
    fields.only("id", "secret_sha256", "created_at");
    String id = fields.text("id", KEY_ID, "4 to 64 lower-case letters and digits");
    byte[] sha256 =
        HexFormat.of().parseHex(fields.text("secret_sha256", SHA256, "64 lower-case hex digits"));
    if (keys.putIfAbsent(id, new Key(address, id, sha256, createdAt(fields))) != null) {
      throw fields.wrong(fields.at("id"), "used once", "\"" + id + "\" again");
    }
  }

  private static Instant createdAt(Fields fields) {
    try {
      return Instant.parse(fields.text("created_at"));
    } catch (DateTimeParseException e) {
      throw fields.wrong(
          fields.at("created_at"), "a time like 2026-01-01T00:00:00Z", "another form");
    }
  }
}
