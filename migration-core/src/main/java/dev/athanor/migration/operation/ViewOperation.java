package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Describes what happens to a view or a materialized view.
 *
 * @since 0.1.0
 */
public sealed interface ViewOperation extends Operation {

    /** Returns the visitor's answer for this kind of view operation. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.view(this);
    }

    /**
     * Answers for each kind of view operation: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link CreateView}. */
        R createView(CreateView operation);

        /** Answers for {@link DropView}. */
        R dropView(DropView operation);

        /** Answers for {@link ReplaceView}. */
        R replaceView(ReplaceView operation);

        /** Answers for {@link RefreshView}. */
        R refreshView(RefreshView operation);
    }

    /** Represents {@code CREATE VIEW}, with its indexes and its comment. */
    record CreateView(View view) implements ViewOperation {

        @Override
        public Operation reverse() {
            return new DropView(view);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createView(this);
        }
    }

    /**
     * Represents {@code DROP VIEW}.
     *
     * @param definition the previous definition, for the reverse
     */
    record DropView(
            QualifiedName name,
            boolean materialized,
            @Nullable View definition,
            DropOptions options) implements ViewOperation {

        /** Creates a removal that holds all that its reverse needs. */
        public DropView(View definition) {
            this(definition.name(), definition.materialized(), definition, DropOptions.PLAIN);
        }

        @Override
        public Operation reverse() {
            if (definition == null) {
                throw IrreversibleOperationException.missing(
                        "Dropping view " + name,
                        "its query",
                        Call.to(materialized ? "dropMaterializedView" : "dropView", name.name(), "SELECT …")
                                .text());
            }
            return new CreateView(definition);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropView(this);
        }
    }

    /** Describes how a view takes the place of another one. */
    enum Replacement {
        /** Replaces the view with {@code CREATE OR REPLACE}: dependent objects stay, and columns can only be added. */
        IN_PLACE,
        /**
         * Replaces the view with {@code DROP} and {@code CREATE}: every change is possible, but no object may depend
         * on the view, and privileges are lost.
         */
        ANEW
    }

    /**
     * Represents the replacement of a view by another one of the same name.
     *
     * @param from the previous one; null if unknown
     */
    record ReplaceView(@Nullable View from, View to, Replacement replacement) implements ViewOperation {

        public ReplaceView {
            if (from != null && (!from.name().equals(to.name()) || from.materialized() != to.materialized())) {
                throw new MigrationException(
                        "View " + from.name() + " cannot be replaced by "
                                + (to.materialized() ? "materialized view " : "view ") + to.name() + ".",
                        "Drop the one and create the other.");
            }
            if (to.materialized() && replacement == Replacement.IN_PLACE) {
                throw new MigrationException(
                        "Materialized view " + to.name() + " cannot be replaced in place.",
                        "Drop and create it: "
                                + Call.to("recreateMaterializedView", to.name().name(), "SELECT …")
                                        .text() + ".");
            }
        }

        @Override
        public Operation reverse() {
            if (from == null) {
                throw IrreversibleOperationException.missing(
                        "Replacing view " + to.name(),
                        "its existing query",
                        Call.to("replaceView", to.name().name(), "SELECT …", "SELECT existing …")
                                .text());
            }
            return new ReplaceView(to, from, replacement);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.replaceView(this);
        }
    }

    /**
     * Represents {@code REFRESH MATERIALIZED VIEW}. The operation is its own reverse, because the rows follow from
     * the tables.
     *
     * @param concurrently whether readers continue meanwhile
     */
    record RefreshView(QualifiedName name, boolean concurrently) implements ViewOperation {

        @Override
        public Operation reverse() {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refreshView(this);
        }
    }
}
