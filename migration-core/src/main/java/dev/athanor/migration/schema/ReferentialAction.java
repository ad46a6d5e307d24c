package dev.athanor.migration.schema;

/** Describes what a foreign key does to its rows if the referenced row is deleted or changed. */
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

    /** Returns the action in SQL. */
    public String sql() {
        return sql;
    }
}
