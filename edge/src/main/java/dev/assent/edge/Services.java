package dev.assent.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which services this process runs. Beans of the others do nothing. */
// Scoped, because filters that ask for it are made before there is any configuration.
@ApplicationScoped
public class Services {

  private static final List<String> KNOWN = List.of("intake", "approval", "timer", "notifier");

  private final Set<String> enabled;

  @Inject
  Services(AssentConfig config) {
    this(config.services());
  }

  Services(List<String> names) {
    for (String name : names) {
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException(
            "Expected assent.services to name some of %s, but came \"%s\". Correct the name."
                .formatted(String.join(", ", KNOWN), name));
      }
    }
    this.enabled = Set.copyOf(new LinkedHashSet<>(names));
  }

  /**
   * Whether this process runs the service of this name.
   *
   * @throws IllegalArgumentException if no service has this name
   */
  public boolean enabled(String service) {
    if (!KNOWN.contains(service)) {
      throw new IllegalArgumentException("there is no service " + service);
    }
    return enabled.contains(service);
  }

  /** The names, in the order of the design. */
  public List<String> names() {
    return KNOWN.stream().filter(enabled::contains).toList();
  }
}
