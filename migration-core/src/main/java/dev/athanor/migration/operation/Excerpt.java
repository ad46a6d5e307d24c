package dev.athanor.migration.operation;

/** Shortens a statement for an error. */
final class Excerpt {

    private static final int LENGTH = 60;

    private Excerpt() {}

    static String of(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LENGTH - 1))) + "…";
    }
}
