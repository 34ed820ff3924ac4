package dev.assent.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One running installation for all the scenarios that break nothing. */
final class SharedInstallation implements ParameterResolver {

  /** For those who use it: one class after the other. */
  static final String NAME = "shared installation";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Installation.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedInstallation.class))
        .computeIfAbsent("installation", key -> start(), Installation.class);
  }

  private static Installation start() {
    try {
      return Installation.start(Files.createTempDirectory("assent-shared"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
