package dev.athanor.migration.runner;

import dev.athanor.migration.sql.Identifier;

/** The books' names, quoted, and qualified where the schema is known. */
record TableNames(Tables tables) {

    String version() {
        return qualified(tables.versionTable());
    }

    String versionKey() {
        return new Identifier(tables.versionTable() + "_pkc").quoted();
    }

    String history() {
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
