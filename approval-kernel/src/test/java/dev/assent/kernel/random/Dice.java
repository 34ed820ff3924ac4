package dev.assent.kernel.random;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/** Dice that fall the same way for the same seed, on every machine. */
final class Dice {

  private final RandomGenerator random;

  Dice(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** From 0 to below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  <T> @Nullable T pickOrNull(List<T> choices) {
    return choices.isEmpty() ? null : pick(choices);
  }

  /** Some of the choices, at least one, in their order. */
  <T> List<T> some(List<T> choices) {
    List<T> some = new ArrayList<>();
    for (T choice : choices) {
      if (oneIn(3)) {
        some.add(choice);
      }
    }
    return some.isEmpty() ? List.of(pick(choices)) : some;
  }
}
