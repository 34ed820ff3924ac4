package dev.assent.kernel.task;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * How much there is to check in a form when its references are written out. A form of forty lines
 * that each refer twice to the next takes a year to check, and one that refers to itself for ever.
 */
final class FormSize {

  private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef", "$recursiveRef");
  private static final int LARGEST = 10_000;
  private static final int DEEPEST = 100;

  private final JsonNode form;
  private int nodes;

  private FormSize(JsonNode form) {
    this.form = form;
  }

  /** Whether an answer can be held against this form in a moment. */
  static boolean isBounded(JsonNode form) {
    return new FormSize(form).fits(form, 0);
  }

  private boolean fits(JsonNode part, int depth) {
    if (++nodes > LARGEST || depth > DEEPEST) {
      return false;
    }
    for (JsonNode inner : part) {
      if (inner.isContainerNode() && !fits(inner, depth + 1)) {
        return false;
      }
    }
    for (Map.Entry<String, JsonNode> field : part.properties()) {
      if (REFERENCES.contains(field.getKey()) && !fitsTarget(field.getValue(), depth)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Only pointers into the form can be followed here. Others lead nowhere, or round in circles, or
   * are read differently by whoever follows them in earnest: an escaped sign hides where they lead.
   */
  private boolean fitsTarget(JsonNode reference, int depth) {
    String text = reference.asText();
    if (!text.startsWith("#")) {
      return !text.isEmpty();
    }
    if (!text.startsWith("#/") || text.contains("%") || text.contains("+")) {
      return false;
    }
    JsonNode target = form.at(JsonPointer.compile(text.substring(1)));
    return !target.isMissingNode() && fits(target, depth + 1);
  }
}
