package dev.athanor.migration.directive;

import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.SetComment;

/**
 * Directives for comments; a column's is part of {@code alterColumn}.
 *
 * @since 0.1.0
 */
public interface CommentDirectives extends DirectiveSink {

    /** Issues {@code COMMENT ON TABLE} for a table without a comment. */
    default void createTableComment(String table, String comment) {
        createComment(ObjectName.of(Kind.TABLE, named(table)), comment);
    }

    /** Issues {@code COMMENT ON TABLE} for a table with another comment. */
    default void createTableComment(String table, String comment, String existingComment) {
        createComment(ObjectName.of(Kind.TABLE, named(table)), comment, existingComment);
    }

    /** Issues {@code COMMENT ON TABLE … IS NULL}; it has no reverse. */
    default void dropTableComment(String table) {
        dropComment(ObjectName.of(Kind.TABLE, named(table)));
    }

    /** Issues {@code COMMENT ON TABLE … IS NULL}; the reverse sets the existing comment. */
    default void dropTableComment(String table, String existingComment) {
        dropComment(ObjectName.of(Kind.TABLE, named(table)), existingComment);
    }

    /**
     * Issues {@code COMMENT ON} for an object without a comment:
     * {@code op.createComment(ObjectName.of(Kind.INDEX, op.named("i")), "…")}.
     */
    default void createComment(ObjectName object, String comment) {
        invoke(new SetComment(object, null, comment));
    }

    /** Issues {@code COMMENT ON} for an object with another comment. */
    default void createComment(ObjectName object, String comment, String existingComment) {
        invoke(new SetComment(object, existingComment, comment));
    }

    /** Issues {@code COMMENT ON … IS NULL}; it has no reverse. */
    default void dropComment(ObjectName object) {
        invoke(new SetComment(object, null, null));
    }

    /** Issues {@code COMMENT ON … IS NULL}; the reverse sets the existing comment. */
    default void dropComment(ObjectName object, String existingComment) {
        invoke(new SetComment(object, existingComment, null));
    }
}
