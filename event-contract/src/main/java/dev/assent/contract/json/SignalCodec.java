package dev.assent.contract.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.signal.Signal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Signals to and from CloudEvents; binary mode is written, structured mode is read too. */
public final class SignalCodec {

  private SignalCodec() {}

  public static WireRecord encode(SignalEnvelope envelope) {
    Map<String, String> headers =
        Attributes.headers(
            envelope.id(),
            SignalTypes.TABLE.of(envelope.signal()).wireType(),
            envelope.source(),
            envelope.time(),
            envelope.traceparent());
    headers.put(CloudEventHeaders.SUBJECT, envelope.intentId().toString());
    return new WireRecord(
        envelope.intentId().toString(), headers, ContractJson.write(envelope.signal()));
  }

  /**
   * Reads a signal in either mode.
   *
   * @throws UnreadableRecordException saying what was expected and what came
   */
  public static SignalEnvelope decode(WireRecord wire) {
    WireRecord binary = isStructured(wire) ? fromStructured(wire) : wire;
    TypeTable.Entry<Signal> entry = Attributes.entry(binary, SignalTypes.TABLE, "signal");
    String id = binary.required(CloudEventHeaders.ID);
    if (id.indexOf('\0') >= 0) {
      // It is kept beside the events that it causes, and no database keeps this as text.
      throw new UnreadableRecordException("Expected a ce_id without the character U+0000 in it");
    }
    return new SignalEnvelope(
        id,
        Attributes.intent(binary),
        Attributes.time(binary),
        binary.required(CloudEventHeaders.SOURCE),
        binary.header(CloudEventHeaders.TRACEPARENT),
        ContractJson.readExact(binary.value(), entry.type()));
  }

  /** Whether the record is one JSON document with the attributes inside. */
  public static boolean isStructured(WireRecord wire) {
    String contentType = wire.header(CloudEventHeaders.CONTENT_TYPE);
    return contentType != null
        && contentType.toLowerCase(Locale.ROOT).startsWith(CloudEventHeaders.STRUCTURED);
  }

  /**
   * Rewrites a structured record as a binary one.
   *
   * @throws UnreadableRecordException if it is no CloudEvents document
   */
  public static WireRecord fromStructured(WireRecord wire) {
    JsonNode document = ContractJson.read(wire.value(), JsonNode.class);
    if (!document.isObject() || !document.path("data").isObject()) {
      throw new UnreadableRecordException(
          "Expected a CloudEvents document with an object as data, but came none");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    document
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              if (!entry.getKey().equals("data") && value.isValueNode() && !value.isNull()) {
                headers.put("ce_" + entry.getKey(), value.asText());
              }
            });
    headers.put(CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON);
    // The header names the hop, the attribute inside the document only where it all began.
    String hop = wire.header(CloudEventHeaders.TRACEPARENT);
    String traceparent = hop == null ? headers.get("ce_traceparent") : hop;
    if (traceparent != null) {
      headers.put(CloudEventHeaders.TRACEPARENT, traceparent);
    }
    return new WireRecord(wire.key(), headers, ContractJson.write(document.get("data")));
  }
}
