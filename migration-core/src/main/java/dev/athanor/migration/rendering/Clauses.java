package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.Existence;
import dev.athanor.migration.schema.Deferrability;
import dev.athanor.migration.sql.Literal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Formats clauses that statements of several kinds share; each begins with a blank unless it is empty. */
final class Clauses {

    private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|-?[0-9]+(\\.[0-9]+)?");

    private Clauses() {}

    static String ifNotExists(Existence existence) {
        return existence == Existence.IF_NEEDED ? " IF NOT EXISTS" : "";
    }

    static String ifExists(DropOptions options) {
        return options.existence() == Existence.IF_NEEDED ? " IF EXISTS" : "";
    }

    static String cascade(DropOptions options) {
        return options.cascade() ? " CASCADE" : "";
    }

    /** Formats a drop statement: {@code DROP TABLE IF EXISTS users CASCADE}. */
    static String drop(String what, String name, DropOptions options) {
        return "DROP " + what + ifExists(options) + " " + name + cascade(options);
    }

    static String include(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE " + Names.list(columns);
    }

    static String deferrability(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    static String with(Map<String, String> options) {
        return options.isEmpty() ? "" : " WITH " + options(options);
    }

    /** Formats options: {@code (fillfactor = 70)}. */
    static String options(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + " = " + optionValue(option.getValue()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String optionValue(String value) {
        return BARE.matcher(value).matches() ? value : new Literal(value).quoted();
    }
}
