package dev.athanor.migration.history;

import dev.athanor.migration.sql.Identifier;

/**
 * The books' names, quoted, and qualified where the schema is known.
 *
 * @since 0.1.0
 */
public record TableNames(Tables tables) {

    /** Returns the version table's name. */
    public String version() {
        return qualified(tables.versionTable());
    }

    String versionKey() {
        return new Identifier(tables.versionTable() + "_pkc").quoted();
    }

    /** Returns the history's name. */
    public String history() {
        return qualified(tables.historyTable());
    }

    String historyIndex() {
        return new Identifier(tables.historyTable() + "_revision").quoted();
    }

    private String qualified(String table) {
        String name = new Identifier(table).quoted();
        return tables.schema() == null ? name : new Identifier(tables.schema()).quoted() + "." + name;
    }
}
