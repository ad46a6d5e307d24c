package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.Difference;
import dev.athanor.migration.diff.SchemaDiff;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the differences between a database and a wanted schema.
 *
 * @param wanted the description of the wanted schema for users
 * @param diff the diff from the database to the wanted schema
 * @param coverage the schemas that were compared
 * @since 0.1.0
 */
public record ComparisonReport(String wanted, SchemaDiff diff, Coverage coverage) {

    /** Returns whether the database is as wanted, regardless of the order of columns. */
    public boolean matches() {
        return diff.isEmpty();
    }

    /** Returns the differences, one per line, sorted: {@code column users.age: type integer → bigint}. */
    public List<String> lines() {
        return diff.differences().stream().map(Difference::toString).toList();
    }

    /** Returns lesser findings, one per line: columns in another order. */
    public List<String> lesserLines() {
        return diff.columnOrder().stream().map(Object::toString).toList();
    }

    /** Returns the whole report for users. */
    public String text() {
        List<String> text = new ArrayList<>();
        text.add(headline());
        lines().forEach(line -> text.add("  " + line));
        if (!lesserLines().isEmpty()) {
            text.add("Lesser findings:");
            lesserLines().forEach(line -> text.add("  " + line));
        }
        coverage.text().ifPresent(text::add);
        return String.join("\n", text);
    }

    private String headline() {
        int count = lines().size();
        return matches()
                ? "Nothing differs between the database and " + wanted + "."
                : "The database differs from " + wanted + " in " + count + (count == 1 ? " place:" : " places:");
    }
}
