package dev.assent.intake.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assent.kernel.task.Forms;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Whether a form is a JSON Schema that an answer can be held against, checked when it arrives. */
final class FormSchemas {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final int SAID = 3;

  private FormSchemas() {}

  static void check(JsonNode form, String path, Violations violations) {
    if (!closed(form, path, violations)) {
      return;
    }
    if (!Forms.isBounded(form)) {
      violations.add(
          path,
          "expected a form of at most 10,000 parts and 100 levels, with all that it refers to written out,"
              + " and references that name a part of it (#/...) without %, + and circles");
      return;
    }
    try {
      var flaws = MetaSchema.SCHEMA.validate(form);
      Set<String> said = new HashSet<>();
      for (Error flaw : flaws) {
        String at = path + flaw.getInstanceLocation();
        if (said.size() < SAID && said.add(at)) {
          violations.add(at, "expected JSON Schema 2020-12, but " + flaw.getMessage());
        }
      }
      if (flaws.isEmpty()) {
        Forms.flaw(form)
            .ifPresent(
                flaw -> violations.add(path, "expected a usable form, but " + Say.line(flaw)));
      }
    } catch (SchemaException | IllegalArgumentException e) {
      violations.add(path, "expected JSON Schema 2020-12, but " + Say.line(e.getMessage()));
    }
  }

  /**
   * Whether the schema stands on its own. What it refers to elsewhere would never be fetched, and a
   * name of its own could pass for that of another intent's form.
   */
  private static boolean closed(JsonNode node, String path, Violations violations) {
    boolean closed = true;
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = field.getKey().toLowerCase(Locale.ROOT);
      JsonNode value = field.getValue();
      String at = Fields.under(path, field.getKey());
      if (name.equals("$id") && value.isTextual()) {
        violations.add(at, "expected a form without a name of its own; leave $id out");
        closed = false;
      } else if (name.equals("$schema") && !dialect(value)) {
        violations.add(at, "expected " + DIALECT + ", got " + Say.quote(value.asText()));
        closed = false;
      } else if ((name.equals("$ref") || name.equals("$dynamicref"))
          && value.isTextual()
          && !value.textValue().startsWith("#")) {
        violations.add(
            at, "expected a reference within the form (#/...), got " + Say.quote(value.asText()));
        closed = false;
      } else {
        closed &= closed(value, at, violations);
      }
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        closed &= closed(node.get(i), path + "[" + i + "]", violations);
      }
    }
    return closed;
  }

  private static boolean dialect(JsonNode value) {
    String text = value.asText();
    return text.equals(DIALECT) || text.equals(DIALECT + "#");
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        registry -> registry.schemaLoader(loader -> loader.fetchRemoteResources(false)));
  }

  /** Loaded with the first form: most submissions have none. */
  private static final class MetaSchema {
    static final Schema SCHEMA = registry().getSchema(SchemaLocation.of(DIALECT));
  }
}
