package dev.assent.contract.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assent.contract.plan.Assignee;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Any record of the contract, filled at random by its components; a new one needs no new code. */
final class RandomRecords {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String[] LETTERS = {
    "a",
    "Z",
    "0",
    " ",
    "\"",
    "\\",
    "/",
    "\n",
    "\0",
    "\u001f",
    "\u007f",
    "\u2028",
    "é",
    "ß",
    "水",
    "😀",
    "person:",
    "group:",
    "anyone",
    "</script>"
  };

  private final RandomGenerator random;
  private final boolean exact;

  RandomRecords(RandomGenerator random) {
    this(random, false);
  }

  private RandomRecords(RandomGenerator random, boolean exact) {
    this.random = random;
    this.exact = exact;
  }

  /** The same, but nothing that is not taken from strangers. */
  RandomRecords exact() {
    return new RandomRecords(random, true);
  }

  <T> T of(Class<T> type) {
    return type.cast(value(type));
  }

  private Object value(Class<?> type) {
    if (type.isSealed()) {
      return value(pick(type.getPermittedSubclasses()));
    } else if (type.isEnum()) {
      return pick(type.getEnumConstants());
    } else if (type == Assignee.class) {
      return pick(
          new Assignee[] {Assignee.person(text()), Assignee.group(text()), Assignee.ANYONE});
    } else if (type.isRecord()) {
      return record(type);
    } else if (type == String.class) {
      return text();
    } else if (type == JsonNode.class) {
      return json(3);
    } else if (type == int.class) {
      return random.nextInt();
    } else if (type == long.class) {
      return number();
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type == UUID.class) {
      return new UUID(random.nextLong(), random.nextLong());
    } else if (type == Instant.class) {
      return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    } else if (type == Duration.class) {
      return Duration.ofSeconds(random.nextInt(1_000_000), random.nextInt(1_000_000_000));
    }
    throw new IllegalArgumentException("teach me to make a " + type);
  }

  private @Nullable Object component(AnnotatedType type) {
    if (type.isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0) {
      return null;
    }
    if (type instanceof AnnotatedParameterizedType list) {
      AnnotatedType element = list.getAnnotatedActualTypeArguments()[0];
      return many(() -> value((Class<?>) element.getType()));
    }
    return value((Class<?>) type.getType());
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values =
        Stream.of(components).map(RecordComponent::getAnnotatedType).map(this::component).toArray();
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      return canonical.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.toString(), e);
    }
  }

  JsonNode json(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> JSON.textNode(text());
      case 1 -> JSON.numberNode(random.nextInt());
      case 2 -> JSON.numberNode(number());
      case 3 ->
          exact
              ? JSON.numberNode(number())
              : JSON.numberNode(BigInteger.valueOf(random.nextLong()).shiftLeft(64).setBit(0));
      case 4 ->
          JSON.numberNode(
              BigDecimal.valueOf(
                  exact ? random.nextInt() : random.nextLong(), 1 + random.nextInt(30)));
      case 5 -> JSON.booleanNode(random.nextBoolean());
      case 6 -> JSON.nullNode();
      case 7 -> {
        var array = JSON.arrayNode();
        many(() -> json(depth - 1)).forEach(value -> array.add((JsonNode) value));
        yield array;
      }
      default -> {
        var object = JSON.objectNode();
        many(this::text).forEach(key -> object.set((String) key, json(depth - 1)));
        yield object;
      }
    };
  }

  private long number() {
    long number = random.nextLong();
    // A double keeps 53 bits.
    return exact ? number >> 11 : number;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      String letter = pick(LETTERS);
      text.append(exact && letter.equals("\0") ? "" : letter);
    }
    return text.toString();
  }

  private List<Object> many(Supplier<Object> supply) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> supply.get()).toList();
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
