package dev.athanor.migration.operation;

import dev.athanor.migration.operation.ObjectName.Kind;

/**
 * Directives for comments; a column's is part of {@code alterColumn}.
 *
 * @since 0.1.0
 */
public interface CommentDirectives extends DirectiveSink {

    /** {@code COMMENT ON TABLE}, of one that has none. */
    default void createTableComment(String table, String comment) {
        createComment(ObjectName.of(Kind.TABLE, named(table)), comment);
    }

    /** {@code COMMENT ON TABLE}, of one that has another. */
    default void createTableComment(String table, String comment, String existingComment) {
        createComment(ObjectName.of(Kind.TABLE, named(table)), comment, existingComment);
    }

    /** {@code COMMENT ON TABLE … IS NULL}, without a way back. */
    default void dropTableComment(String table) {
        dropComment(ObjectName.of(Kind.TABLE, named(table)));
    }

    /** {@code COMMENT ON TABLE … IS NULL}; the existing one is the way back. */
    default void dropTableComment(String table, String existingComment) {
        dropComment(ObjectName.of(Kind.TABLE, named(table)), existingComment);
    }

    /** {@code COMMENT ON} anything that has none: {@code op.createComment(ObjectName.of(Kind.INDEX, op.named("i")), "…")}. */
    default void createComment(ObjectName object, String comment) {
        invoke(new SetComment(object, null, comment));
    }

    /** {@code COMMENT ON} anything that has another. */
    default void createComment(ObjectName object, String comment, String existingComment) {
        invoke(new SetComment(object, existingComment, comment));
    }

    /** {@code COMMENT ON … IS NULL}, without a way back. */
    default void dropComment(ObjectName object) {
        invoke(new SetComment(object, null, null));
    }

    /** {@code COMMENT ON … IS NULL}; the existing one is the way back. */
    default void dropComment(ObjectName object, String existingComment) {
        invoke(new SetComment(object, existingComment, null));
    }
}
