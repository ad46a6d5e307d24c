package dev.athanor.migration.drawing;

/** Defines the marks that are shown in parentheses behind a revision, in the order in which they are shown. */
public enum Mark {
    /** Marks a revision that no other revision needs. */
    HEAD("head"),
    /** Marks a revision that no other one revises, although one depends on it. */
    EFFECTIVE_HEAD("effective head"),
    /** Marks a row of the version table. */
    CURRENT("current"),
    /** Marks a revision that two or more others revise. */
    BRANCHPOINT("branchpoint"),
    /** Marks a revision that revises two or more others. */
    MERGEPOINT("mergepoint"),
    /** Marks a revision that is not applied. */
    PENDING("pending");

    private final String word;

    Mark(String word) {
        this.word = word;
    }

    /** Returns Alembic's word for the mark. */
    public String word() {
        return word;
    }

    /** Returns the word without blanks, for style classes. */
    String styleClass() {
        return word.replace(' ', '_');
    }
}
