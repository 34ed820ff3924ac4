package dev.assent.kernel.intent;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.assent.contract.json.ContractJson;

/** States as JSON, for the views that keep them. Not part of the contract: a view is rebuilt. */
public final class StateJson {

  /** Keys in order, so that equal states are equal texts. */
  private static final ObjectMapper MAPPER =
      ContractJson.MAPPER
          .copy()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .addMixIn(IntentState.class, StateKinds.class)
          .addMixIn(StepTurn.class, TurnKinds.class);

  private StateJson() {}

  public static String write(IntentState state) {
    try {
      return MAPPER.writerFor(IntentState.class).writeValueAsString(state);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a state that is no JSON", e);
    }
  }

  public static IntentState read(String json) {
    try {
      return MAPPER.readValue(json, IntentState.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored state: " + ContractJson.reason(e), e);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = IntentState.NotCreated.class, name = "not_created"),
    @JsonSubTypes.Type(value = IntentState.Created.class, name = "created"),
    @JsonSubTypes.Type(value = IntentState.Submitted.class, name = "submitted"),
    @JsonSubTypes.Type(value = IntentState.Running.class, name = "running"),
    @JsonSubTypes.Type(value = IntentState.Ended.class, name = "ended")
  })
  private interface StateKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = StepTurn.AwaitingAgent.class, name = "awaiting_agent"),
    @JsonSubTypes.Type(value = StepTurn.AwaitingRetry.class, name = "awaiting_retry"),
    @JsonSubTypes.Type(value = StepTurn.AwaitingTime.class, name = "awaiting_time"),
    @JsonSubTypes.Type(value = StepTurn.AwaitingHuman.class, name = "awaiting_human"),
    @JsonSubTypes.Type(value = StepTurn.Settled.class, name = "settled")
  })
  private interface TurnKinds {}
}
