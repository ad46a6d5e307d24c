package dev.athanor.migration.sql;

/**
 * Shows a statement in errors, and shortens it if it is long.
 *
 * @since 0.1.0
 */
public final class StatementExcerpt {

    /** Limits how much of a text is read for one line. */
    public static final int READ = 300;

    private static final int LONGEST = 600;
    private static final int LONGEST_LINE = 72;

    private StatementExcerpt() {}

    /** Returns the text of a statement, indented, on its own lines. */
    public static String of(String sql) {
        String shown = sql.length() <= LONGEST ? sql : sql.substring(0, LONGEST) + " …";
        return shown.indent(4).stripTrailing();
    }

    /** Returns the beginning of a statement's text, within a line. */
    public static String inOneLine(String sql) {
        String line = sql.substring(0, Math.min(sql.length(), READ))
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() <= LONGEST_LINE
                ? line
                : line.substring(0, LONGEST_LINE).stripTrailing() + " …";
    }
}
