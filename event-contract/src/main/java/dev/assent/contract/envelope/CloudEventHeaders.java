package dev.assent.contract.envelope;

/**
 * The Kafka headers of the CloudEvents 1.0 binary mode, and the extensions that Assent uses
 * (correlation, sequence, and the hash that chains an intent's events).
 */
public final class CloudEventHeaders {

  public static final String SPEC_VERSION = "ce_specversion";
  public static final String ID = "ce_id";
  public static final String TYPE = "ce_type";
  public static final String SOURCE = "ce_source";
  public static final String SUBJECT = "ce_subject";
  public static final String TIME = "ce_time";
  public static final String SEQUENCE = "ce_sequence";
  public static final String CORRELATION_ID = "ce_correlationid";
  public static final String CAUSATION_ID = "ce_causationid";
  public static final String PREVIOUS_HASH = "ce_previoushash";
  public static final String CONTENT_TYPE = "content-type";
  public static final String TRACEPARENT = "traceparent";

  /** Content type of the structured mode. */
  public static final String STRUCTURED = "application/cloudevents+json";

  public static final String JSON = "application/json";

  private CloudEventHeaders() {}
}
