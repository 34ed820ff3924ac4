package dev.assent.contract.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.regex.Pattern;

/** Says what is wrong with JSON, and where, and never quotes it: it may hold what no log should. */
final class JsonFault {

  private static final Pattern TOKEN = Pattern.compile("^Unrecognized token '[^']*'");

  private JsonFault() {}

  static String describe(IOException fault) {
    if (fault.getCause() instanceof StreamReadException inner) {
      return describe(inner);
    }
    return switch (fault) {
      case StreamReadException broken -> "it is no JSON: " + withoutSource(broken) + place(broken);
      case InvalidNullException none -> path(none) + " is null" + place(none);
      case InvalidTypeIdException kind -> path(kind) + " is of no known kind" + place(kind);
      case MismatchedInputException other -> mismatch(other);
      case JsonMappingException other -> path(other) + " cannot be read" + place(other);
      case JacksonException other -> withoutSource(other) + place(other);
      default -> firstLine(String.valueOf(fault.getMessage()));
    };
  }

  private static String mismatch(MismatchedInputException fault) {
    String message = fault.getOriginalMessage();
    if (message.startsWith("Missing required creator property")) {
      return path(fault) + " is missing" + place(fault);
    }
    if (message.startsWith("No content")) {
      return "it is empty";
    }
    if (message.startsWith("Trailing token")) {
      return "more follows after its end" + place(fault);
    }
    Class<?> expected = fault.getTargetType();
    String what = expected == null ? "what was expected" : expected.getSimpleName();
    return path(fault) + " is no " + what + place(fault);
  }

  private static String path(JsonMappingException fault) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : fault.getPath()) {
      path.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
    }
    return path.isEmpty() ? "it" : path.toString();
  }

  private static String withoutSource(JacksonException fault) {
    return TOKEN.matcher(firstLine(fault.getOriginalMessage())).replaceAll("Unrecognized token");
  }

  private static String place(JacksonException fault) {
    var at = fault.getLocation();
    return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
