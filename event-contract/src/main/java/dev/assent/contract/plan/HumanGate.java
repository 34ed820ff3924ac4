package dev.assent.contract.plan;

import org.jspecify.annotations.Nullable;

/**
 * A person decides.
 *
 * @param onFailure the step to go on with after a negative decision; null: the intent fails
 */
public record HumanGate(
    String id,
    TaskSpec task,
    ApprovalPolicy policy,
    @Nullable String onSuccess,
    @Nullable String onFailure)
    implements Step {}
