package dev.assent.approval.process;

import java.util.List;
import java.util.stream.Stream;

/**
 * Two inputs in one order, and what has to come of it.
 *
 * @param toldFirst what the sender of the first is told: {@code taken}, or the code of the refusal
 *     and who won
 * @param toldSecond the same for the second
 * @param stands what holds afterwards
 */
record Race(
    Setting setting, Move first, String toldFirst, Move second, String toldSecond, String stands) {

  /** One race a line: {@code setting | first input | told | second input | told | what stands}. */
  static List<Race> table(String lines) {
    return lines.lines().filter(line -> line.contains("|")).map(Race::line).toList();
  }

  private static Race line(String line) {
    List<String> cells = Stream.of(line.split("\\|")).map(String::strip).toList();
    return new Race(
        Setting.of(cells.get(0)),
        Move.of(cells.get(1)),
        cells.get(2),
        Move.of(cells.get(3)),
        cells.get(4),
        cells.get(5));
  }

  @Override
  public String toString() {
    return setting.name() + ": " + first.name() + ", then " + second.name() + " => " + stands;
  }
}
