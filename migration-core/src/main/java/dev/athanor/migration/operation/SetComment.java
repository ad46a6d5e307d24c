package dev.athanor.migration.operation;

import org.jspecify.annotations.Nullable;

/**
 * Represents {@code COMMENT ON}.
 *
 * @param from the previous comment; null if there was none or if it is unknown
 * @param to the new comment; null for none
 * @since 0.1.0
 */
public record SetComment(
        ObjectName object, @Nullable String from, @Nullable String to) implements Operation {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.comment(this);
    }

    @Override
    public Operation reverse() {
        if (from == null && to == null) {
            throw IrreversibleOperationException.missing(
                    "Dropping the comment of " + object, "the existing comment", call());
        }
        return new SetComment(object, to, from);
    }

    private String call() {
        return object.kind() == ObjectName.Kind.TABLE
                ? "op.dropTableComment(" + Call.quoted(object.name().name()) + ", \"…\")"
                : "op.dropComment(…, \"…\")";
    }
}
