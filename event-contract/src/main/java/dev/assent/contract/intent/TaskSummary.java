package dev.assent.contract.intent;

import dev.assent.contract.id.TaskId;
import dev.assent.contract.plan.TaskType;
import org.jspecify.annotations.Nullable;

/** As much of a human task as somebody needs who is told about it. */
public record TaskSummary(TaskId id, TaskType type, String title, @Nullable String description) {}
