package dev.athanor.migration.sql;

/** A statement as errors show it: indented, and shortened where it is long. */
public final class StatementExcerpt {

    private static final int LONGEST = 600;

    private StatementExcerpt() {}

    /** Of a statement's text. */
    public static String of(String sql) {
        String shown = sql.length() <= LONGEST ? sql : sql.substring(0, LONGEST) + " …";
        return shown.indent(4).stripTrailing();
    }
}
