package dev.assent.contract.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of names and versions on the wire, and the records that they stand for. */
public final class TypeTable<T> {

  /** The reverse-DNS prefix that CloudEvents asks of a type. */
  public static final String PREFIX = "dev.assent.";

  /** One line: {@code dev.assent.} name {@code .v} version stands for this record. */
  public record Entry<T>(Class<? extends T> type, String name, int version) {

    public String wireType() {
      return PREFIX + name + ".v" + version;
    }
  }

  private final Map<Class<?>, Entry<T>> byClass = new LinkedHashMap<>();
  private final Map<String, Entry<T>> byWireType = new LinkedHashMap<>();

  TypeTable<T> with(Class<? extends T> type, String name, int version) {
    Entry<T> entry = new Entry<>(type, name, version);
    if (byClass.put(type, entry) != null || byWireType.put(entry.wireType(), entry) != null) {
      throw new IllegalStateException(type + " or " + entry.wireType() + " stands here twice");
    }
    return this;
  }

  public List<Entry<T>> entries() {
    return List.copyOf(byClass.values());
  }

  /**
   * The line of this value's class; every class of the sealed family has one, a test sees to it.
   */
  public Entry<T> of(T value) {
    Entry<T> entry = byClass.get(value.getClass());
    if (entry == null) {
      throw new IllegalStateException(value.getClass() + " has no line in its type table");
    }
    return entry;
  }

  public Optional<Entry<T>> find(String wireType) {
    return Optional.ofNullable(byWireType.get(wireType));
  }
}
