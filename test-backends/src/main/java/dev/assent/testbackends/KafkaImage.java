package dev.assent.testbackends;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** How containers of Apache Kafka are told their settings. */
public final class KafkaImage {

  private KafkaImage() {}

  /** The variables for these keys of the broker. */
  public static Map<String, String> variables(Properties keys) {
    Map<String, String> variables = new TreeMap<>();
    for (String key : keys.stringPropertyNames()) {
      variables.put(
          "KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), keys.getProperty(key));
    }
    return variables;
  }
}
