package dev.athanor.migration.revision;

import dev.athanor.migration.operation.Batch;
import dev.athanor.migration.operation.Directives;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a revision in Java is given: the directives, guards, batches, and access to data on the migration's connection.
 *
 * <p>Operations are sent together as far as they can be; before data is looked at, those said so far have been carried
 * out. With {@code --sql} there is no database to look at: what needs one is refused.
 *
 * @since 0.1.0
 */
public interface Operations extends Directives {

    /** Whether the plan is only written down ({@code --sql}). */
    boolean isOffline();

    /** The server's major version: 18. */
    int serverVersion();

    /** Whether an extension is installed. */
    boolean hasExtension(String name);

    /** Whether the server has an extension to install. */
    boolean offersExtension(String name);

    /** Whether there is such a table, partitioned table, view or materialized view where unqualified names are looked up. */
    boolean hasTable(String name);

    /** Whether such a table has such a column. */
    boolean hasColumn(String table, String column);

    /** Access to data, on the migration's connection and in its transaction. */
    JdbcClient jdbc();

    /**
     * Walks a large table in small transactions of its own; goes on from where it was when it is run again.
     *
     * @return how many rows were changed
     */
    long batch(Batch batch);

    /** Says something to the log of the run, such as which way a guard went. */
    void note(String message);

    /** Takes back what a revision's change does: the reverse of each operation, the last one first. */
    void reversed(ReversibleRevision revision);
}
