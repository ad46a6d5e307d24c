package dev.athanor.migration.takeover;

import dev.athanor.migration.session.Session;
import dev.athanor.migration.sql.Identifier;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;

/**
 * Holds Flyway's history of a database, and where it was read.
 *
 * @param rows the rows in the order in which Flyway wrote them
 * @param facts the values of Flyway's own placeholders in this database, by name
 * @since 0.1.0
 */
public record FlywayHistory(List<FlywayRow> rows, Map<String, String> facts) {

    public FlywayHistory {
        rows = List.copyOf(rows);
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /**
     * Reads the history. Nothing is locked or written.
     *
     * @throws ImportException if the database has no such table, or it cannot be read
     */
    public static FlywayHistory read(DataSource database, FlywaySettings settings) {
        String table = settings.schema()
                        .map(schema -> new Identifier(schema).quoted() + ".")
                        .orElse("")
                + new Identifier(settings.table()).quoted();
        try (Session session = Session.open(database)) {
            if (session.single("SELECT to_regclass(?)::text", table).isEmpty()) {
                throw missing(session, settings);
            }
            List<FlywayRow> rows = session.query(
                    "SELECT installed_rank, version, description, type, script, checksum, installed_by, installed_on,"
                            + " execution_time, success FROM " + table + " ORDER BY installed_rank",
                    FlywayRow::map);
            return new FlywayHistory(rows, facts(session, settings));
        } catch (DataAccessException e) {
            throw new ImportException(
                    "Flyway's history " + table + " cannot be read: "
                            + Objects.requireNonNullElse(e.getCause(), e).getMessage(),
                    "Give the role the right to read it: `GRANT SELECT ON " + table
                            + " TO <role>`, or name the table of" + " Flyway with --table.",
                    e);
        }
    }

    private static Map<String, String> facts(Session session, FlywaySettings settings) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("table", settings.table());
        facts.put("database", session.single("SELECT current_database()").orElse(""));
        facts.put("user", session.single("SELECT current_user").orElse(""));
        facts.put(
                "defaultSchema",
                settings.schema()
                        .or(() -> session.single("SELECT current_schema()"))
                        .orElse(""));
        facts.put("workingDirectory", "");
        facts.put("timestamp", "");
        facts.put("environment", "default");
        return facts;
    }

    private static ImportException missing(Session session, FlywaySettings settings) {
        String schema = settings.schema()
                .or(() -> session.single("SELECT current_schema()"))
                .orElse("public");
        List<String> others = session.query(
                "SELECT format('%s.%s', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid ="
                        + " c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'installed_rank'"
                        + " WHERE c.relkind IN ('r', 'p') ORDER BY 1",
                (row, number) -> row.getString(1));
        return new ImportException(
                "The schema " + schema + " has no table " + settings.table() + ", in which Flyway keeps its history.",
                Optional.of(others)
                        .filter(found -> !found.isEmpty())
                        .map(found -> "This database has " + String.join(", ", found)
                                + ": name it with --schema and --table, or set spring.flyway.schemas and"
                                + " spring.flyway.table.")
                        .orElse("Connect to a database that Flyway has migrated, or name its table with --schema and"
                                + " --table."));
    }
}
