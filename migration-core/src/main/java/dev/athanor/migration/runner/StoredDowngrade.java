package dev.athanor.migration.runner;

import dev.athanor.migration.script.Section;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.sql.Statement;
import java.util.stream.Collectors;

/**
 * A downgrade section as the history keeps it: complete with its marker, so that a build without the script can read and
 * run it.
 */
final class StoredDowngrade {

    private StoredDowngrade() {}

    static String text(Section section) {
        String marker =
                section.transaction() == TransactionMode.NONE ? "-- @downgrade transaction=none\n" : "-- @downgrade\n";
        return marker + (section.text().contains("${") ? asApplied(section) : section.text());
    }

    /** Without comments, but with the values that placeholders had. */
    private static String asApplied(Section section) {
        return section.statements().stream().map(Statement::sql).collect(Collectors.joining(";\n\n", "", ";\n"));
    }
}
