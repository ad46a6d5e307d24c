package dev.athanor.migration.schema;

/**
 * What a foreign key does to its rows when the row they refer to goes or changes.
 *
 * @since 0.1.0
 */
public enum ReferentialAction {
    /** Refuses at the end of the statement, or of the transaction if the check is deferred. */
    NO_ACTION("NO ACTION"),
    /** Refuses at once. */
    RESTRICT("RESTRICT"),
    /** Changes or deletes the referring rows too. */
    CASCADE("CASCADE"),
    /** Sets the referring columns to null. */
    SET_NULL("SET NULL"),
    /** Sets the referring columns to their defaults. */
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    ReferentialAction(String sql) {
        this.sql = sql;
    }

    /** In SQL. */
    public String sql() {
        return sql;
    }
}
