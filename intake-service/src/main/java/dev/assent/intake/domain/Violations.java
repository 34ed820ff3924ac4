package dev.assent.intake.domain;

import dev.assent.contract.outcome.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is wrong with one input, in sentences that begin with the field they are about.
 */
final class Violations {

  /** A body of 128 KiB can hold ten thousand unknown fields; nobody reads that many sentences. */
  private static final int MOST = 32;

  private final List<String> sentences = new ArrayList<>();
  private int unsaid;

  void add(String path, String sentence) {
    if (sentences.size() < MOST) {
      sentences.add((path.isEmpty() ? "body" : path) + ": " + sentence);
    } else {
      unsaid++;
    }
  }

  boolean isEmpty() {
    return sentences.isEmpty();
  }

  List<String> sentences() {
    List<String> all = new ArrayList<>(sentences);
    if (unsaid > 0) {
      all.add("body: " + unsaid + " more of the kind");
    }
    return all;
  }

  Refusal refusal() {
    return Refusal.malformed(sentences());
  }
}
