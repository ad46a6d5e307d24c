package dev.athanor.migration.takeover;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds what Flyway was told.
 *
 * @param table the history table
 * @param schemas the schemas, the default one first; none for the schema of the connection
 * @param naming how files are named
 * @param encoding the encoding of the files
 * @param placeholders how placeholders are written, and their values
 * @param outOfOrder whether Flyway runs a migration whose version is below the newest applied one
 * @since 0.1.0
 */
public record FlywaySettings(
        String table,
        List<String> schemas,
        Naming naming,
        Charset encoding,
        Substitution placeholders,
        boolean outOfOrder) {

    /** Defines the default name of the history table. */
    public static final String TABLE = "flyway_schema_history";

    public FlywaySettings {
        schemas = List.copyOf(schemas);
    }

    /** Returns Flyway's defaults. */
    public static FlywaySettings defaults() {
        return new FlywaySettings(
                TABLE, List.of(), Naming.STANDARD, StandardCharsets.UTF_8, Substitution.STANDARD, false);
    }

    /** Returns the schema in which Flyway works, if it was told one. */
    public Optional<String> schema() {
        return schemas.stream().findFirst();
    }

    /**
     * Defines how files are named.
     *
     * @param versioned the prefix of versioned migrations
     * @param undo the prefix of undo migrations
     * @param baseline the prefix of baseline migrations
     * @param repeatable the prefix of repeatable migrations
     * @param separator what separates version and description
     * @param suffixes the suffixes of SQL files
     */
    public record Naming(
            String versioned,
            String undo,
            String baseline,
            String repeatable,
            String separator,
            List<String> suffixes) {

        /** Holds Flyway's defaults. */
        public static final Naming STANDARD = new Naming("V", "U", "B", "R", "__", List.of(".sql"));

        public Naming {
            suffixes = List.copyOf(suffixes);
        }
    }

    /**
     * Defines how placeholders are written.
     *
     * @param active whether Flyway replaces them
     * @param prefix what begins a placeholder
     * @param suffix what ends a placeholder
     * @param separator what separates {@code flyway} and the name in a placeholder of Flyway's own
     * @param values the values by name
     */
    public record Substitution(
            boolean active, String prefix, String suffix, String separator, Map<String, String> values) {

        /** Holds Flyway's defaults. */
        public static final Substitution STANDARD = new Substitution(true, "${", "}", ":", Map.of());

        public Substitution {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }
}
