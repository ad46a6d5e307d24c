package dev.athanor.migration.revision;

import dev.athanor.migration.directive.Batch;
import dev.athanor.migration.directive.Directives;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Provides a revision in Java with directives, guards, batches, and access to data on the migration's connection.
 *
 * <p>Operations are sent together as far as possible. Before data is accessed, all previous operations are carried out.
 * With {@code --sql} there is no database, and operations that need one are refused.
 *
 * @since 0.1.0
 */
public interface Operations extends Directives {

    /** Returns whether the plan is only rendered as SQL ({@code --sql}). */
    boolean isOffline();

    /** Returns the server's major version, such as 18. */
    int serverVersion();

    /** Returns whether an extension is installed. */
    boolean hasExtension(String name);

    /** Returns whether the server offers an extension for installation. */
    boolean offersExtension(String name);

    /**
     * Returns whether a table, partitioned table, view, materialized view or foreign table of that name exists. An
     * unqualified name is looked up on the search path.
     */
    boolean hasTable(String name);

    /** Returns whether a table or view has a column. */
    boolean hasColumn(String table, String column);

    /** Returns a client for data access, on the migration's connection and in its transaction. */
    JdbcClient jdbc();

    /**
     * Processes a large table in small transactions of their own. A repeated run continues where the earlier one
     * stopped.
     *
     * @return how many rows were changed
     */
    long batch(Batch batch);

    /** Writes a message to the log of the run, such as which branch a guard took. */
    void note(String message);

    /** Takes back the change of a revision: carries out the reverse of each operation, last first. */
    void reversed(ReversibleRevision revision);
}
