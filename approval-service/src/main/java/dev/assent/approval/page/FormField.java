package dev.assent.approval.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a task's form.
 *
 * @param name the property in the answer's data
 * @param input the name of the HTML input
 * @param kind {@code text}, {@code long}, {@code number}, {@code date}, {@code email}, {@code url},
 *     {@code choice} or {@code json}
 * @param options what may be chosen, for {@code choice}
 * @param min the least number, as text
 * @param step {@code 1} for whole numbers, else {@code any}
 */
public record FormField(
    String name,
    String input,
    String label,
    @Nullable String hint,
    String kind,
    boolean required,
    String value,
    List<Option> options,
    @Nullable String min,
    @Nullable String max,
    @Nullable String step,
    @Nullable Integer maxLength) {

  /** One thing to choose. */
  public record Option(String value, String label, boolean selected) {}

  public FormField {
    options = List.copyOf(options);
  }
}
