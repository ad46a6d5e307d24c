package dev.athanor.migration.schema;

/**
 * Describes what a foreign key does to its rows if the referenced row is deleted or changed.
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

    /** Returns the action in SQL. */
    public String sql() {
        return sql;
    }
}
