package dev.athanor.migration.schema;

/**
 * What a foreign key does to its rows when the row they refer to goes or changes.
 *
 * @since 0.1.0
 */
public enum ReferentialAction {
    NO_ACTION("NO ACTION"),
    RESTRICT("RESTRICT"),
    CASCADE("CASCADE"),
    SET_NULL("SET NULL"),
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
