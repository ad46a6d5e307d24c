package dev.athanor.migration.rendering;

import dev.athanor.migration.schema.QualifiedName;
import java.util.List;

/** {@code ALTER TABLE} with one action in its line, or several in lines of their own. */
final class AlterTable {

    private static final String INDENT = "\n    ";

    private AlterTable() {}

    static String of(QualifiedName table, String action) {
        return "ALTER TABLE " + Names.of(table) + " " + action;
    }

    static String of(QualifiedName table, List<String> actions) {
        return actions.size() == 1 ? of(table, actions.get(0)) : inLines(table, actions);
    }

    /** Each action in a line of its own, even where there is but one. */
    static String inLines(QualifiedName table, List<String> actions) {
        return "ALTER TABLE " + Names.of(table) + INDENT + String.join("," + INDENT, actions);
    }
}
