package dev.athanor.migration.script;

/** The beginning of a statement, on one line. */
public final class Excerpt {

    /** How much of a text is looked at. */
    static final int READ = 300;

    private static final int SHOWN = 72;

    private Excerpt() {}

    /** Returns the first characters of a statement, its white space folded. */
    public static String of(String sql) {
        String line = sql.substring(0, Math.min(sql.length(), READ))
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN).stripTrailing() + " …";
    }
}
