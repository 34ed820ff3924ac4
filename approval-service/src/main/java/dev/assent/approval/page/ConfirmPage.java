package dev.assent.approval.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks once more before a decision, where no script does.
 *
 * @param fields what was filled in, to be shown
 * @param carried the inputs of the form, to be sent again
 */
public record ConfirmPage(
    Frame frame,
    String intentId,
    String taskId,
    String title,
    String action,
    String digest,
    TaskPage.Choice choice,
    @Nullable String comment,
    List<PayloadTable.Row> fields,
    List<Map.Entry<String, String>> carried) {

  public ConfirmPage {
    fields = List.copyOf(fields);
    carried = List.copyOf(carried);
  }
}
