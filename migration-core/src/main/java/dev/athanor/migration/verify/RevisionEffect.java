package dev.athanor.migration.verify;

/**
 * Defines the effect of a revision on the schema.
 *
 * @since 0.1.0
 */
public enum RevisionEffect {
    /** The revision changes the schema. */
    SCHEMA(""),
    /** The revision runs, and the schema is the same before and after. The data is not compared. */
    DATA_ONLY("data only"),
    /** The revision runs nothing: a merge point. */
    NOTHING("nothing to run"),
    /** The revision was not applied. */
    UNKNOWN("");

    private final String words;

    RevisionEffect(String words) {
        this.words = words;
    }

    /** Returns the effect as text, such as {@code data only}, or an empty string if there is nothing to say. */
    public String words() {
        return words;
    }
}
