package dev.assent.contract.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.signature.Sha256;

/**
 * The hash of an event, which the intent's next event carries as {@code previoushash}: so none can
 * be changed, taken out or put elsewhere without breaking the chain that follows it.
 *
 * <p>It is SHA-256 over the canonical JSON (RFC 8785) of one object: each CloudEvents attribute by
 * its name, the content type as {@code datacontenttype}, {@code traceparent} if there is one, and
 * {@code datahash}, the SHA-256 of the body's bytes. The body is hashed as it stands, because RFC
 * 8785 would round numbers of many digits, and two results that differ there would look the same.
 */
public final class EventHash {

  private static final String ATTRIBUTE = "ce_";

  private EventHash() {}

  /**
   * The hash, as 64 hex digits.
   *
   * @throws IllegalArgumentException if an attribute is no Unicode text: a lone surrogate
   */
  public static String of(WireRecord event) {
    ObjectNode attributes = ContractJson.MAPPER.createObjectNode();
    event
        .headers()
        .forEach(
            (name, value) -> {
              if (name.startsWith(ATTRIBUTE)) {
                attributes.put(name.substring(ATTRIBUTE.length()), value);
              }
            });
    putIfThere(attributes, "datacontenttype", event, CloudEventHeaders.CONTENT_TYPE);
    putIfThere(attributes, "traceparent", event, CloudEventHeaders.TRACEPARENT);
    attributes.put("datahash", Sha256.hex(event.value()));
    return CanonicalJson.digest(attributes);
  }

  private static void putIfThere(
      ObjectNode attributes, String name, WireRecord event, String header) {
    String value = event.header(header);
    if (value != null) {
      attributes.put(name, value);
    }
  }
}
