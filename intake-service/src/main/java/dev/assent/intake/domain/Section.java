package dev.assent.intake.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object that is read field by field: it keeps which names were asked for, and {@link
 * #end()} reports what nobody asked for. Null stands for absent.
 *
 * <p>camelCase names are taken for their snake_case ones: one AXP client sends them.
 */
abstract class Section {

  /** How strangers' extras are met. */
  enum Manner {
    /** Unknown fields are violations: a typing error must not switch a rule off. */
    STRICT,
    /**
     * Unknown fields are warnings, and an empty text is an absent one: shared bundles have both.
     */
    TOLERANT
  }

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,59}");

  final ObjectNode json;
  final String path;
  final Manner manner;
  final Violations violations;
  final Violations warnings;
  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> taken = new LinkedHashSet<>();

  Section(ObjectNode json, String path, Manner manner, Violations violations, Violations warnings) {
    this.json = json;
    this.path = path;
    this.manner = manner;
    this.violations = violations;
    this.warnings = warnings;
  }

  /** Where a field stands whose name a stranger chose. */
  static String under(String path, String name) {
    if (!PLAIN.matcher(name).matches()) {
      return path + "[" + Say.quote(name) + "]";
    }
    return path.isEmpty() ? name : path + "." + name;
  }

  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  String path() {
    return path;
  }

  ObjectNode json() {
    return json;
  }

  void wrong(String name, String sentence) {
    violations.add(name.isEmpty() ? path : at(name), sentence);
  }

  void warn(String name, String sentence) {
    warnings.add(name.isEmpty() ? path : at(name), sentence);
  }

  boolean has(String name) {
    return take(name) != null;
  }

  /** The value as it is; null where there is none. */
  @Nullable JsonNode take(String name) {
    known.add(name);
    JsonNode value = json.get(name);
    String camel = camel(name);
    JsonNode alias = camel.equals(name) ? null : json.get(camel);
    if (alias != null) {
      taken.add(camel);
      if (value != null) {
        wrong(camel, "given twice, also as " + name + "; leave one out");
      }
    }
    taken.add(name);
    JsonNode found = value == null ? alias : value;
    boolean absent =
        found == null
            || found.isNull()
            || (manner == Manner.TOLERANT && found.isTextual() && found.textValue().isEmpty());
    return absent ? null : found;
  }

  /** Leaves the rest unjudged: of an object of an unknown kind nothing else is known. */
  void ignoreRest() {
    json.fieldNames().forEachRemaining(taken::add);
  }

  /** Reports every field that nobody asked for. */
  void end() {
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!taken.contains(name)) {
                String sentence =
                    "unknown field; the nearest known one is " + Say.nearest(name, known);
                switch (manner) {
                  case STRICT -> violations.add(under(path, name), sentence);
                  case TOLERANT -> warnings.add(under(path, name), "unknown field, ignored");
                }
              }
            });
  }

  private static String camel(String name) {
    if (name.indexOf('_') < 0) {
      return name;
    }
    StringBuilder camel = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      camel.append(c == '_' && i + 1 < name.length() ? Character.toUpperCase(name.charAt(++i)) : c);
    }
    return camel.toString();
  }
}
