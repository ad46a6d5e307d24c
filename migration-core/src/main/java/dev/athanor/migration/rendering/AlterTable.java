package dev.athanor.migration.rendering;

import dev.athanor.migration.schema.QualifiedName;
import java.util.List;

/** Formats {@code ALTER TABLE} with one action on the same line, or several actions on lines of their own. */
final class AlterTable {

    private static final String INDENT = "\n    ";

    private AlterTable() {}

    static String of(QualifiedName table, String action) {
        return "ALTER TABLE " + Names.of(table) + " " + action;
    }

    static String of(QualifiedName table, List<String> actions) {
        return actions.size() == 1 ? of(table, actions.get(0)) : inLines(table, actions);
    }

    /** Formats an action on a table without its partitions and children. */
    static String only(QualifiedName table, List<String> actions) {
        return of(table, actions).replaceFirst("TABLE ", "TABLE ONLY ");
    }

    /** Formats each action on a line of its own, even a single one. */
    static String inLines(QualifiedName table, List<String> actions) {
        return "ALTER TABLE " + Names.of(table) + INDENT + String.join("," + INDENT, actions);
    }
}
