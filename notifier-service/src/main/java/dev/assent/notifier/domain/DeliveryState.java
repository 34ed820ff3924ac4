package dev.assent.notifier.domain;

/** Where a delivery stands. All but the first are final. */
public enum DeliveryState {
  PENDING,
  DELIVERED,
  /** Nobody tries again. */
  FAILED,
  /** Not sent, because the task had ended or a newer notice said the same. */
  SUPERSEDED,
  /** Not sent, because it was too old to be news. */
  EXPIRED
}
