package dev.athanor.migration.drawing;

/** What is said about a revision in parentheses, in the order in which it is said. */
public enum Mark {
    /** Nothing needs it. */
    HEAD("head"),
    /** No other one revises it, but one depends on it. */
    EFFECTIVE_HEAD("effective head"),
    /** It is a row of the version table. */
    CURRENT("current"),
    /** Two or more revise it. */
    BRANCHPOINT("branchpoint"),
    /** It revises two or more. */
    MERGEPOINT("mergepoint"),
    /** It is not applied. */
    PENDING("pending");

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    /** Alembic's word for it. */
    public String word() {
        return word;
    }

    /** The word in one piece, for style classes. */
    String styleClass() {
        return word.replace(' ', '_');
    }
}
