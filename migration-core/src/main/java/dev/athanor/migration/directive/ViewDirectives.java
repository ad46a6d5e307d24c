package dev.athanor.migration.directive;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.Rename;
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

    /** Issues {@code CREATE VIEW}. */
    default void createView(String name, String query) {
        createView(name, query, view -> {});
    }

    /** Issues {@code CREATE VIEW}, with options and a comment. */
    default void createView(String name, String query, Consumer<ViewBuilder> definition) {
        invoke(new CreateView(view(name, query, false, definition)));
    }

    /** Issues {@code CREATE MATERIALIZED VIEW}. */
    default void createMaterializedView(String name, String query) {
        createMaterializedView(name, query, view -> {});
    }

    /** Issues {@code CREATE MATERIALIZED VIEW}, with indexes and a comment. */
    default void createMaterializedView(String name, String query, Consumer<ViewBuilder> definition) {
        invoke(new CreateView(view(name, query, true, definition)));
    }

    /** Issues {@code DROP VIEW}; it has no reverse. */
    default void dropView(String name) {
        dropView(name, DropOptions.PLAIN);
    }

    /** Issues {@code DROP VIEW}; it has no reverse. */
    default void dropView(String name, DropOptions options) {
        invoke(new DropView(named(name), false, null, options));
    }

    /** Issues {@code DROP VIEW}; the reverse uses the query. */
    default void dropView(String name, String query) {
        dropView(name, DropOptions.PLAIN, query, view -> {});
    }

    /** Issues {@code DROP VIEW}; the reverse creates the object again from the definition. */
    default void dropView(String name, DropOptions options, String query, Consumer<ViewBuilder> definition) {
        invoke(new DropView(named(name), false, view(name, query, false, definition), options));
    }

    /** Issues {@code DROP MATERIALIZED VIEW}; it has no reverse. */
    default void dropMaterializedView(String name) {
        dropMaterializedView(name, DropOptions.PLAIN);
    }

    /** Issues {@code DROP MATERIALIZED VIEW}; it has no reverse. */
    default void dropMaterializedView(String name, DropOptions options) {
        invoke(new DropView(named(name), true, null, options));
    }

    /** Issues {@code DROP MATERIALIZED VIEW}; the reverse uses the query. */
    default void dropMaterializedView(String name, String query) {
        dropMaterializedView(name, DropOptions.PLAIN, query, view -> {});
    }

    /** Issues {@code DROP MATERIALIZED VIEW}; the reverse creates the object again from the definition. */
    default void dropMaterializedView(
            String name, DropOptions options, String query, Consumer<ViewBuilder> definition) {
        invoke(new DropView(named(name), true, view(name, query, true, definition), options));
    }

    /** Issues {@code CREATE OR REPLACE VIEW}, which can only add columns at the end; it has no reverse. */
    default void replaceView(String name, String query) {
        invoke(new ReplaceView(null, view(name, query, false, view -> {}), Replacement.IN_PLACE));
    }

    /** Issues {@code CREATE OR REPLACE VIEW}; the reverse uses the existing query. */
    default void replaceView(String name, String query, String existingQuery) {
        replaceView(name, from -> from.query(existingQuery), to -> to.query(query));
    }

    /** Issues {@code CREATE OR REPLACE VIEW}, which changes the object from one definition to the other. */
    default void replaceView(String name, Consumer<ViewBuilder> from, Consumer<ViewBuilder> to) {
        invoke(new ReplaceView(view(name, "", false, from), view(name, "", false, to), Replacement.IN_PLACE));
    }

    /**
     * Issues {@code DROP VIEW} and {@code CREATE VIEW}, which change the view from one definition to the other,
     * whatever its columns.
     */
    default void recreateView(String name, Consumer<ViewBuilder> from, Consumer<ViewBuilder> to) {
        invoke(new ReplaceView(view(name, "", false, from), view(name, "", false, to), Replacement.ANEW));
    }

    /**
     * Issues {@code DROP} and {@code CREATE MATERIALIZED VIEW}, which change the view from one definition to the other.
     */
    default void recreateMaterializedView(String name, Consumer<ViewBuilder> from, Consumer<ViewBuilder> to) {
        invoke(new ReplaceView(view(name, "", true, from), view(name, "", true, to), Replacement.ANEW));
    }

    /** Issues {@code REFRESH MATERIALIZED VIEW}. */
    default void refreshMaterializedView(String name) {
        invoke(new RefreshView(named(name), false));
    }

    /** Issues {@code REFRESH MATERIALIZED VIEW CONCURRENTLY}. */
    default void refreshMaterializedViewConcurrently(String name) {
        invoke(new RefreshView(named(name), true));
    }

    /** Issues {@code ALTER VIEW … RENAME TO}. */
    default void renameView(String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.VIEW, named(from)), to));
    }

    /** Issues {@code ALTER MATERIALIZED VIEW … RENAME TO}. */
    default void renameMaterializedView(String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.MATERIALIZED_VIEW, named(from)), to));
    }

    private View view(String name, String query, boolean materialized, Consumer<ViewBuilder> definition) {
        ViewBuilder builder = new ViewBuilder(query);
        definition.accept(builder);
        return builder.view(named(name), materialized);
    }
}
