package dev.assent.eventlog.view;

import dev.assent.eventlog.postgres.OpenView;
import dev.assent.eventlog.postgres.ViewSchema;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What a view is: its schema, and what in it does not follow from the log. Whoever compares a view
 * with another life of it asks here what can differ.
 *
 * @param schema its name; {@code db/<schema>.sql} defines it
 * @param beside a class of the jar that the file is in
 * @param ofOneLife columns that begin anew with each life of the view, as {@code table.column}:
 *     numbers of arrival, the state of tries, when somebody looked
 * @param ahead columns that a service writes before the log says the same, and in SQL what of them
 *     the log decides: equal once nothing is under way
 */
public record ViewDefinition(
    String schema, Class<?> beside, Set<String> ofOneLife, Map<String, String> ahead) {

  public ViewDefinition {
    ofOneLife = Set.copyOf(ofOneLife);
    ahead = Map.copyOf(ahead);
  }

  /** A view that is written from the log and by nobody else. */
  public ViewDefinition(String schema, Class<?> beside, Set<String> ofOneLife) {
    this(schema, beside, ofOneLife, Map.of());
  }

  /** Makes the schema as it is defined, if it is not there. */
  public OpenView openIn(DataSource database) {
    return ViewSchema.open(database, schema, beside);
  }
}
