package dev.athanor.migration.runner;

import dev.athanor.migration.sql.Identifiers;

/** The books' names, quoted, and qualified where the schema is known. */
record TableNames(Tables tables) {

    String version() {
        return qualified(tables.versionTable());
    }

    String versionKey() {
        return Identifiers.quote(tables.versionTable() + "_pkc");
    }

    String history() {
        return qualified(tables.historyTable());
    }

    String historyIndex() {
        return Identifiers.quote(tables.historyTable() + "_revision");
    }

    private String qualified(String table) {
        String name = Identifiers.quote(table);
        return tables.schema() == null ? name : Identifiers.quote(tables.schema()) + "." + name;
    }
}
