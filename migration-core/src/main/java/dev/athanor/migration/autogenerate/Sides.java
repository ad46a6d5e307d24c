package dev.athanor.migration.autogenerate;

/**
 * Names the two sides of a comparison in a line of text.
 *
 * @param before the side that the differences lead from: {@code the database}
 * @param after the side that they lead to: {@code the entities}
 * @since 0.1.0
 */
public record Sides(String before, String after) {

    private static final String DATABASE = "the database";
    private static final String ARTICLE = "the ";

    /** Returns the sides of a comparison of a database with what it should be. */
    static Sides databaseAnd(String wanted) {
        return new Sides(DATABASE, wanted);
    }

    /** Returns the sides of a comparison of what a database was with what it has become. */
    public static Sides databaseSince(String origin) {
        return new Sides(origin, DATABASE);
    }

    /** Returns what each side has: {@code database type integer, entities type bigint}. */
    String both(String valueBefore, String valueAfter) {
        return bare(before) + " " + valueBefore + ", " + bare(after) + " " + valueAfter;
    }

    private static String bare(String side) {
        return side.startsWith(ARTICLE) ? side.substring(ARTICLE.length()) : side;
    }
}
