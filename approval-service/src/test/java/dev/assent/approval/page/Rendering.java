package dev.assent.approval.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The pages with the engine set up as the application does it, but without one. */
final class Rendering {

  private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);

  private Rendering() {}

  static Pages pages() {
    Engine engine =
        Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(Rendering::locate)
            .build();
    return new Pages(engine, Assets.packaged());
  }

  /** Keeps a page where a person can look at it with a browser. */
  static String kept(String name, String html) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "pages"));
      Files.writeString(folder.resolve(name + ".html"), html);
      return html;
    } catch (IOException e) {
      throw new IllegalStateException("the page cannot be kept", e);
    }
  }

  private static Optional<TemplateLocation> locate(String id) {
    String path = "templates/" + (id.endsWith(".html") ? id : id + ".html");
    if (Rendering.class.getClassLoader().getResource(path) == null) {
      return Optional.empty();
    }
    return Optional.of(
        new TemplateLocation() {
          @Override
          public Reader read() {
            return new InputStreamReader(
                Objects.requireNonNull(Rendering.class.getClassLoader().getResourceAsStream(path)),
                StandardCharsets.UTF_8);
          }

          @Override
          public Optional<Variant> getVariant() {
            return Optional.of(HTML);
          }
        });
  }
}
