package dev.athanor.migration.takeover;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.template.RevisionDraft;

/**
 * Represents a revision that the import writes.
 *
 * @param form the form of its file
 * @param origin the file or class of the other tool that it comes from
 * @param draft its header, from which its file is named
 * @param text the content of its file; in Java, {@link #CLASS_NAME} and {@link #PACKAGE_NAME} stand for the names
 * @since 0.1.0
 */
public record ImportedRevision(Form form, String origin, RevisionDraft draft, String text) {

    /** Stands for the name of the class, which depends on the classes that exist already. */
    static final String CLASS_NAME = "%CLASS%";

    /** Stands for the package of revisions in Java. */
    static final String PACKAGE_NAME = "%PACKAGE%";

    /** Defines the forms of a revision. */
    public enum Form {
        /** Is a script. */
        SQL,
        /** Is the source of a class, which must be compiled before it can run. */
        JAVA
    }

    /** Returns the id. */
    public RevisionId id() {
        return draft.id();
    }
}
