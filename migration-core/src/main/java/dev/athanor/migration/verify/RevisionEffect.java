package dev.athanor.migration.verify;

/**
 * The effect of a revision on the schema.
 *
 * @since 0.1.0
 */
public enum RevisionEffect {
    /** It changes the schema. */
    SCHEMA(""),
    /** It runs, and the schema is the same before and after: whether data come back is not looked at. */
    DATA_ONLY("data only"),
    /** It runs nothing: a merge point. */
    NOTHING("nothing to run"),
    /** It was not applied. */
    UNKNOWN("");

    private final String words;

    RevisionEffect(String words) {
        this.words = words;
    }

    /** For people: {@code data only}; empty where there is nothing to say. */
    public String words() {
        return words;
    }
}
