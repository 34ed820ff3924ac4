package dev.assent.notifier.config;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings as Quarkus would read them. */
final class Configs {

  private Configs() {}

  static NotifierConfig read(Map<String, String> keys) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(keys, "test", 100))
        .withMapping(NotifierConfig.class)
        .build()
        .getConfigMapping(NotifierConfig.class);
  }
}
