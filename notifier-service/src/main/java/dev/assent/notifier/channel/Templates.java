package dev.assent.notifier.channel;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The Qute templates of this service, under {@code notices/}. An engine of our own, so that a test
 * renders them as they are rendered live, escaping included: everything in a {@code .html} template
 * is escaped.
 */
public final class Templates {

  private static final Engine ENGINE =
      Engine.builder()
          .addDefaults()
          .addValueResolver(new ReflectionValueResolver())
          .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
          .build();

  private Templates() {}

  /**
   * The template of this name.
   *
   * @throws IllegalStateException if there is none: a mistake in this service
   */
  public static Template load(String name) {
    String type = name.endsWith(".html") ? Variant.TEXT_HTML : Variant.TEXT_PLAIN;
    return ENGINE.parse(text(name), Variant.forContentType(type), name);
  }

  /**
   * The file of this name as it is.
   *
   * @throws IllegalStateException if there is none: a mistake in this service
   */
  public static String text(String name) {
    try (InputStream source = Templates.class.getResourceAsStream("/notices/" + name)) {
      if (source == null) {
        throw new IllegalStateException("there is no file " + name);
      }
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the file " + name + " cannot be read", e);
    }
  }
}
