package dev.assent.intake.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what was sent, and tells the test of each frame. */
final class TestSink implements Sink {

  final List<String> frames = new ArrayList<>();
  private final Consumer<String> watcher;
  private volatile boolean gone;

  TestSink() {
    this(frame -> {});
  }

  TestSink(Consumer<String> watcher) {
    this.watcher = watcher;
  }

  void leave() {
    gone = true;
  }

  @Override
  public void event(long seq, String name, String data) {
    add(seq + " " + name);
  }

  @Override
  public void timeout(long next) {
    add("timeout " + next);
  }

  @Override
  public void heartbeat() {
    add("heartbeat");
  }

  @Override
  public boolean isGone() {
    return gone;
  }

  private void add(String frame) {
    frames.add(frame);
    watcher.accept(frame);
  }
}
