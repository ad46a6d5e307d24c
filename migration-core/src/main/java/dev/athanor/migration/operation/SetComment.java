package dev.athanor.migration.operation;

import org.jspecify.annotations.Nullable;

/**
 * {@code COMMENT ON}.
 *
 * @param from what it was; null for none, or where it is not known
 * @param to null for none
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
