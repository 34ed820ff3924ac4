package dev.assent.access;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object in one of the files, read field by field, so that whatever is wrong is named with its
 * place. Values are never quoted unless they are names: a mistyped file may hold a secret anywhere.
 */
final class Fields {

  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** Ids of people and groups. */
  static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?");

  static final String ID_FORM = "lower-case letters, digits and . _ - within, 63 at most";

  private final String file;
  private final String place;
  private final JsonNode node;

  private Fields(String file, String place, JsonNode node) {
    this.file = file;
    this.place = place;
    this.node = node;
  }

  static Fields document(String file, byte[] json) {
    JsonNode node;
    try {
      node = JSON.readTree(json);
    } catch (JacksonException e) {
      var at = e.getLocation();
      String where =
          at == null
              ? ""
              : " It breaks at line " + at.getLineNr() + ", column " + at.getColumnNr() + ".";
      throw new MalformedFileException("Expected JSON in " + file + ", but it is not." + where, e);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail to be read", e);
    }
    return new Fields(file, "", node).requireObject();
  }

  /** The objects in the list of this name; a missing list is an empty one. */
  List<Fields> objects(String name) {
    List<Fields> found = new ArrayList<>();
    for (JsonNode element : list(name)) {
      found.add(new Fields(file, at(name) + "[" + found.size() + "]", element).requireObject());
    }
    return found;
  }

  List<String> texts(String name) {
    List<String> found = new ArrayList<>();
    for (JsonNode element : list(name)) {
      if (!element.isTextual()) {
        throw wrong(at(name) + "[" + found.size() + "]", "a text", kind(element));
      }
      found.add(element.textValue());
    }
    return found;
  }

  String text(String name) {
    String text = optionalText(name);
    if (text == null || text.isBlank()) {
      throw wrong(at(name), "a text", text == null ? "nothing" : "an empty one");
    }
    return text;
  }

  @Nullable String optionalText(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw wrong(at(name), "a text", kind(value));
    }
    return value.textValue();
  }

  String text(String name, Pattern form, String inWords) {
    String text = text(name);
    if (!form.matcher(text).matches()) {
      throw wrong(at(name), inWords, "another form");
    }
    return text;
  }

  /** Refuses fields that nobody reads: most are typing errors. */
  Fields only(String... known) {
    List<String> names = List.of(known);
    for (Iterator<String> it = node.fieldNames(); it.hasNext(); ) {
      String name = it.next();
      if (!names.contains(name)) {
        throw wrong(
            place.isEmpty() ? "the document" : place,
            "only " + String.join(", ", names),
            "also a field \"" + name + "\"");
      }
    }
    return this;
  }

  MalformedFileException wrong(String field, String expected, String came) {
    return new MalformedFileException(
        "Expected %s in %s to be %s, but came %s. Correct the file."
            .formatted(field, file, expected, came));
  }

  String at(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  private JsonNode list(String name) {
    JsonNode value = node.path(name);
    if (!value.isArray() && !value.isMissingNode()) {
      throw wrong(at(name), "a list", kind(value));
    }
    return value;
  }

  private Fields requireObject() {
    if (!node.isObject()) {
      throw wrong(place.isEmpty() ? "the document" : place, "an object", kind(node));
    }
    return this;
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL -> "null";
      case ARRAY -> "a list";
      case OBJECT, POJO -> "an object";
      case MISSING -> "nothing";
      case BINARY -> "bytes";
    };
  }
}
