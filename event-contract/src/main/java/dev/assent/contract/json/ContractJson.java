package dev.assent.contract.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Announcement;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Delay;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Step;
import java.io.IOException;
import java.util.UUID;

/**
 * How the contract's records become JSON: snake_case names, RFC 3339 instants, ISO 8601 durations,
 * nulls left out, numbers as they came. The annotations stand here as mix-ins, so that the records
 * carry none.
 */
public final class ContractJson {

  /** Shared and immutable in use; nobody may configure it further. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .annotationIntrospector(
              AnnotationIntrospector.pair(
                  new JacksonAnnotationIntrospector(), new RequiredUnlessNullable()))
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .addMixIn(IntentId.class, IntentIdText.class)
          .addMixIn(TaskId.class, TaskIdText.class)
          .addMixIn(Assignee.class, AssigneeText.class)
          .addMixIn(Step.class, StepKinds.class)
          .addMixIn(Fallback.class, FallbackActions.class)
          .build();

  private ContractJson() {}

  /** The value as UTF-8 JSON. */
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a contract record that is no JSON: " + value.getClass(), e);
    }
  }

  /**
   * Reads JSON of this type.
   *
   * @throws UnreadableRecordException saying where the bytes are not what was expected
   */
  public static <T> T read(byte[] json, Class<T> type) {
    T value;
    try {
      value = MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new UnreadableRecordException(
          "Expected JSON of " + type.getSimpleName() + ", but " + reason(e), e);
    }
    if (value == null) {
      throw new UnreadableRecordException(
          "Expected JSON of " + type.getSimpleName() + ", but it is null");
    }
    return value;
  }

  /**
   * Reads this type from what a stranger may have written parts of.
   *
   * @throws UnreadableRecordException if it is not exact, or not what was expected
   */
  static <T> T readExact(byte[] json, Class<T> type) {
    String what = "JSON of " + type.getSimpleName();
    JsonNode tree = ExactJson.read(json, what);
    if (!tree.isObject()) {
      throw new UnreadableRecordException("Expected " + what + ", but it is no object");
    }
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new UnreadableRecordException("Expected " + what + ", but " + reason(e), e);
    }
  }

  /** A value as a tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** What is wrong and where, without quoting the source: it may hold what no log should. */
  public static String reason(IOException e) {
    return JsonFault.describe(e);
  }

  private abstract static class IntentIdText {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    IntentIdText(@SuppressWarnings("unused") UUID value) {}

    @JsonValue
    abstract UUID value();
  }

  private abstract static class TaskIdText {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    TaskIdText(@SuppressWarnings("unused") UUID value) {}

    @JsonValue
    abstract UUID value();
  }

  private abstract static class AssigneeText {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Assignee parse(@SuppressWarnings("unused") String text) {
      throw new IllegalStateException("a mix-in is never called");
    }

    @JsonValue
    abstract String text();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = AgentTask.class, name = "agent_task"),
    @JsonSubTypes.Type(value = HumanGate.class, name = "human_gate"),
    @JsonSubTypes.Type(value = Delay.class, name = "delay"),
    @JsonSubTypes.Type(value = Announcement.class, name = "notification")
  })
  private interface StepKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "action")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Fallback.Reject.class, name = "reject"),
    @JsonSubTypes.Type(value = Fallback.Approve.class, name = "approve"),
    @JsonSubTypes.Type(value = Fallback.Cancel.class, name = "cancel"),
    @JsonSubTypes.Type(value = Fallback.TimeOut.class, name = "time_out"),
    @JsonSubTypes.Type(value = Fallback.CompleteWith.class, name = "complete"),
    @JsonSubTypes.Type(value = Fallback.GoTo.class, name = "go_to")
  })
  private interface FallbackActions {}
}
