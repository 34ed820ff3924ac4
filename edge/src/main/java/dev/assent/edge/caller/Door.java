package dev.assent.edge.caller;

import dev.assent.edge.Open;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which resources want a caller. Judged by the path that a resource declares, not by the one that
 * was asked for: no spelling of a request's path can slip past.
 */
final class Door {

  private final ConcurrentHashMap<Method, Rule> rules = new ConcurrentHashMap<>();

  /**
   * What holds for a resource method.
   *
   * @param api whether it belongs to {@code /v1}
   * @param open whether it takes requests without a caller
   */
  record Rule(boolean api, boolean open) {}

  Rule rule(Class<?> resource, Method method) {
    Rule known = rules.get(method);
    if (known != null) {
      return known;
    }
    boolean api =
        isApi(path(resource.getAnnotation(Path.class)) + path(method.getAnnotation(Path.class)));
    boolean open =
        !api || method.isAnnotationPresent(Open.class) || resource.isAnnotationPresent(Open.class);
    Rule rule = new Rule(api, open);
    rules.put(method, rule);
    return rule;
  }

  static boolean isApi(String path) {
    return path.equals("/v1") || path.startsWith("/v1/");
  }

  private static String path(@Nullable Path path) {
    if (path == null || path.value().isEmpty() || path.value().equals("/")) {
      return "";
    }
    return path.value().startsWith("/") ? path.value() : "/" + path.value();
  }
}
