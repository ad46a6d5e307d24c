package dev.athanor.migration.history;

import dev.athanor.migration.sql.Identifier;

/**
 * Holds the quoted names of the version table and the history, qualified if the schema is known.
 *
 * @since 0.1.0
 */
public record TableNames(Tables tables) {

    /** Returns the name of the version table. */
    public String version() {
        return qualified(tables.versionTable());
    }

    String versionKey() {
        return new Identifier(tables.versionTable() + "_pkc").quoted();
    }

    /** Returns the name of the history table. */
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
