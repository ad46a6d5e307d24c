package dev.athanor.migration.autogenerate;

import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.sql.Literal;
import java.util.Map;
import java.util.Optional;

/**
 * Finds an example value of a type, which the user replaces.
 *
 * @param schema the schema with the enum types and domains
 */
record ExampleValue(Schema schema) {

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("smallint", "0"),
            Map.entry("integer", "0"),
            Map.entry("bigint", "0"),
            Map.entry("numeric", "0"),
            Map.entry("real", "0"),
            Map.entry("double precision", "0"),
            Map.entry("boolean", "false"),
            Map.entry("date", "CURRENT_DATE"),
            Map.entry("timestamp without time zone", "LOCALTIMESTAMP"),
            Map.entry("timestamp with time zone", "CURRENT_TIMESTAMP"),
            Map.entry("time without time zone", "LOCALTIME"),
            Map.entry("time with time zone", "CURRENT_TIME"),
            Map.entry("interval", "'0'"),
            Map.entry("uuid", "gen_random_uuid()"),
            Map.entry("json", "'{}'"),
            Map.entry("jsonb", "'{}'"));

    /** Returns an expression; the empty text where nothing is known of the type. */
    String of(String type) {
        if (type.endsWith("[]")) {
            return "'{}'";
        }
        Optional<String> label = schema.all(EnumType.class).stream()
                .filter(one -> one.name().toString().equals(type.replace("\"", "")))
                .flatMap(one -> one.values().stream().limit(1))
                .findFirst();
        return label.map(value -> new Literal(value).quoted())
                .or(() -> domain(type).map(Domain::type).map(this::of))
                .orElseGet(() -> VALUES.getOrDefault(bare(type), "''"));
    }

    private Optional<Domain> domain(String type) {
        return schema.all(Domain.class).stream()
                .filter(one -> one.name().toString().equals(type.replace("\"", "")))
                .findFirst();
    }

    /**
     * Returns a type without its modifier: {@code timestamp(3) with time zone} becomes
     * {@code timestamp with time zone}.
     */
    private static String bare(String type) {
        return type.replaceAll("\\(\\d+(?:,-?\\d+)?\\)", "");
    }
}
