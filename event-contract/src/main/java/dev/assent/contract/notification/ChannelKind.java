package dev.assent.contract.notification;

/** How somebody is told. */
public enum ChannelKind {
  EMAIL,
  WEBHOOK,
  CONSOLE,
  AGENT
}
