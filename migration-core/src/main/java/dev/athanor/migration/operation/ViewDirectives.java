package dev.athanor.migration.operation;

import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.ViewOperation.CreateView;
import dev.athanor.migration.operation.ViewOperation.DropView;
import dev.athanor.migration.operation.ViewOperation.RefreshView;
import dev.athanor.migration.operation.ViewOperation.ReplaceView;
import dev.athanor.migration.operation.ViewOperation.Replacement;
import dev.athanor.migration.schema.View;
import java.util.function.Consumer;

/**
 * Directives for views and materialized views.
 *
 * @since 0.1.0
 */
public interface ViewDirectives extends DirectiveSink {

    /** {@code CREATE VIEW}. */
    default void createView(String name, String query) {
        createView(name, query, view -> {});
    }

    /** {@code CREATE VIEW}, with options and a comment. */
    default void createView(String name, String query, Consumer<ViewBuilder> definition) {
        invoke(new CreateView(view(name, query, false, definition)));
    }

    /** {@code CREATE MATERIALIZED VIEW}. */
    default void createMaterializedView(String name, String query) {
        createMaterializedView(name, query, view -> {});
    }

    /** {@code CREATE MATERIALIZED VIEW}, with indexes and a comment. */
    default void createMaterializedView(String name, String query, Consumer<ViewBuilder> definition) {
        invoke(new CreateView(view(name, query, true, definition)));
    }

    /** {@code DROP VIEW}, without a way back. */
    default void dropView(String name) {
        dropView(name, DropOptions.PLAIN);
    }

    /** {@code DROP VIEW}, without a way back. */
    default void dropView(String name, DropOptions options) {
        invoke(new DropView(named(name), false, null, options));
    }

    /** {@code DROP VIEW}; its query is the way back. */
    default void dropView(String name, String query) {
        dropView(name, DropOptions.PLAIN, query, view -> {});
    }

    /** {@code DROP VIEW}; the definition, as it was created, is the way back. */
    default void dropView(String name, DropOptions options, String query, Consumer<ViewBuilder> definition) {
        invoke(new DropView(named(name), false, view(name, query, false, definition), options));
    }

    /** {@code DROP MATERIALIZED VIEW}, without a way back. */
    default void dropMaterializedView(String name) {
        dropMaterializedView(name, DropOptions.PLAIN);
    }

    /** {@code DROP MATERIALIZED VIEW}, without a way back. */
    default void dropMaterializedView(String name, DropOptions options) {
        invoke(new DropView(named(name), true, null, options));
    }

    /** {@code DROP MATERIALIZED VIEW}; its query is the way back. */
    default void dropMaterializedView(String name, String query) {
        dropMaterializedView(name, DropOptions.PLAIN, query, view -> {});
    }

    /** {@code DROP MATERIALIZED VIEW}; the definition, as it was created, is the way back. */
    default void dropMaterializedView(
            String name, DropOptions options, String query, Consumer<ViewBuilder> definition) {
        invoke(new DropView(named(name), true, view(name, query, true, definition), options));
    }

    /** {@code CREATE OR REPLACE VIEW}, without a way back; columns can only be added at the end. */
    default void replaceView(String name, String query) {
        invoke(new ReplaceView(null, view(name, query, false, view -> {}), Replacement.IN_PLACE));
    }

    /** {@code CREATE OR REPLACE VIEW}; its existing query is the way back. */
    default void replaceView(String name, String query, String existingQuery) {
        replaceView(name, from -> from.query(existingQuery), to -> to.query(query));
    }

    /** {@code CREATE OR REPLACE VIEW}: from what it is to what it becomes. */
    default void replaceView(String name, Consumer<ViewBuilder> from, Consumer<ViewBuilder> to) {
        invoke(new ReplaceView(view(name, "", false, from), view(name, "", false, to), Replacement.IN_PLACE));
    }

    /** {@code DROP VIEW} and {@code CREATE VIEW}: from what it is to what it becomes, whatever its columns. */
    default void recreateView(String name, Consumer<ViewBuilder> from, Consumer<ViewBuilder> to) {
        invoke(new ReplaceView(view(name, "", false, from), view(name, "", false, to), Replacement.ANEW));
    }

    /** {@code DROP} and {@code CREATE MATERIALIZED VIEW}: from what it is to what it becomes. */
    default void recreateMaterializedView(String name, Consumer<ViewBuilder> from, Consumer<ViewBuilder> to) {
        invoke(new ReplaceView(view(name, "", true, from), view(name, "", true, to), Replacement.ANEW));
    }

    /** {@code REFRESH MATERIALIZED VIEW}. */
    default void refreshMaterializedView(String name) {
        invoke(new RefreshView(named(name), false));
    }

    /** {@code REFRESH MATERIALIZED VIEW CONCURRENTLY}. */
    default void refreshMaterializedViewConcurrently(String name) {
        invoke(new RefreshView(named(name), true));
    }

    /** {@code ALTER VIEW … RENAME TO}. */
    default void renameView(String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.VIEW, named(from)), to));
    }

    /** {@code ALTER MATERIALIZED VIEW … RENAME TO}. */
    default void renameMaterializedView(String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.MATERIALIZED_VIEW, named(from)), to));
    }

    private View view(String name, String query, boolean materialized, Consumer<ViewBuilder> definition) {
        ViewBuilder builder = new ViewBuilder(query);
        definition.accept(builder);
        return builder.view(named(name), materialized);
    }
}
