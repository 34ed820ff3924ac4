package dev.assent.eventlog.postgres;

import java.util.UUID;
import javax.sql.DataSource;

/**
 * A view as this process found or made it when it started.
 *
 * @param life of its schema: another one each time that the schema is made anew
 */
public record OpenView(DataSource database, String schema, UUID life) {}
