package dev.athanor.migration.script;

/** The beginning of a statement, on one line. */
final class Excerpt {

    /** How much of a text is looked at. */
    static final int READ = 300;

    private static final int SHOWN = 72;

    private Excerpt() {}

    static String of(String sql) {
        String line = sql.substring(0, Math.min(sql.length(), READ))
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN).stripTrailing() + " …";
    }
}
