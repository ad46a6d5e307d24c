package dev.athanor.migration.witness;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of the catalogs that belong to the compared schemas, with a constant number of queries.
 *
 * <p>In a transaction of the caller, the witness sees its changes and restores its settings. Otherwise it uses its own
 * transaction with a single snapshot.
 *
 * @since 0.1.0
 */
public final class CatalogWitness {

    private final WitnessSession session;
    private @Nullable CatalogMirror mirror;

    /** Creates a witness that reads over a connection. */
    public CatalogWitness(Connection connection) {
        this.session = new WitnessSession(connection);
    }

    /**
     * Returns what the catalogs hold now. A witness that reads the same scope again asks only for what has changed since.
     */
    public Evidence read(WitnessScope scope) {
        return session.read(scope, client -> {
            CatalogMirror known = mirror;
            if (known == null) {
                known = new CatalogMirror(ServerCatalogs.read(client));
                mirror = known;
            }
            return known.read(client, scope);
        });
    }
}
