package dev.assent.edge.http;

import jakarta.inject.Singleton;

/** Whether everything has started: the port may open before. */
@Singleton
public class Readiness {

  private volatile boolean open;

  public void open() {
    open = true;
  }

  boolean isOpen() {
    return open;
  }
}
