package dev.athanor.migration.verify;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.inspect.SchemaHoldings;
import dev.athanor.migration.inspect.SchemaReader;
import dev.athanor.migration.inspect.SchemaScope;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.runner.MigrationRunner;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.shadow.ThrowAwayDatabase;
import dev.athanor.migration.witness.CatalogWitness;
import dev.athanor.migration.witness.Evidence;
import dev.athanor.migration.witness.WitnessScope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;

/**
 * Runs plans and takes snapshots in a throw-away database, with one session for each purpose.
 *
 * @since 0.1.0
 */
public final class ReplayDatabase implements AutoCloseable {

    private final ThrowAwayDatabase database;
    private final MigrationRunner runner;
    private final Session session;
    private final Connection connection;
    private final SnapshotReader reader;

    private ReplayDatabase(
            ThrowAwayDatabase database, MigrationRunner runner, Session session, Connection connection, Tables tables) {
        this.database = database;
        this.runner = runner;
        this.session = session;
        this.connection = connection;
        this.reader = new SnapshotReader(connection, tables);
    }

    /**
     * Creates a throw-away database that is like the target before its first revision.
     *
     * @param target the database that the throw-away database is to resemble, which is only read
     * @param shadow any database on another server, or empty for the server of the target
     * @throws MigrationException if the server or the role does not allow it
     */
    public static ReplayDatabase create(
            DataSource target, Optional<DataSource> shadow, MigrationRunner runner, DatabasePrerequisites expected) {
        return open(ThrowAwayDatabase.create(target, shadow), runner, expected);
    }

    /**
     * Prepares the database and creates the engine's own tables in it.
     *
     * @param database the database, which is closed together with the replay
     */
    static ReplayDatabase open(ThrowAwayDatabase database, MigrationRunner runner, DatabasePrerequisites expected) {
        DataSource place = database.dataSource();
        try {
            expected.prepare(place);
            Session session = Session.open(place);
            runner.ensureVersion(session);
            return new ReplayDatabase(database, runner, session, place.getConnection(), expected.tables());
        } catch (SQLException e) {
            database.close();
            throw lost(e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Runs a plan.
     *
     * @throws MigrationFailedException if a step fails
     */
    public void run(MigrationPlan plan) {
        runner.run(session, plan);
    }

    /** Returns the names of the schemas that the database has now, without those of the server. */
    public Set<String> schemas() {
        try {
            return Set.copyOf(reader.schemas());
        } catch (SQLException e) {
            throw lost(e);
        }
    }

    /** Returns what the witness sees now. */
    public Evidence evidence() {
        try {
            return reader.evidence();
        } catch (DataAccessException e) {
            throw lost(e);
        }
    }

    /** Returns what the catalog reader reads now, without the engine's own tables. */
    public Schema schema() {
        try {
            return reader.schema();
        } catch (SQLException | DataAccessException e) {
            throw lost(e);
        }
    }

    /** Returns what the schemas hold now. */
    SchemaHoldings holdings() {
        try {
            return SchemaHoldings.read(connection);
        } catch (DataAccessException e) {
            throw lost(e);
        }
    }

    private static DatabaseException lost(Exception failure) {
        return new DatabaseException(
                "The throw-away database could not be read: " + failure.getMessage(),
                "Find out in the server's log why, and run `migration verify` again; nothing is left of this one.",
                failure);
    }

    /** Closes the sessions and drops the database. */
    @Override
    public void close() {
        try {
            session.close();
            connection.close();
        } catch (SQLException e) {
            throw lost(e);
        } finally {
            database.close();
        }
    }
}

/** Reads all schemas of a database on its own connection, without the engine's two tables. */
final class SnapshotReader {

    private static final String SCHEMAS = "SELECT nspname FROM pg_namespace n WHERE nspname !~ '^pg_'"
            + " AND nspname <> 'information_schema' AND NOT EXISTS (SELECT 1 FROM pg_depend d"
            + " WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e') ORDER BY nspname";

    private final Connection connection;
    private final CatalogWitness witness;
    private final Tables tables;

    SnapshotReader(Connection connection, Tables tables) {
        this.connection = connection;
        this.witness = new CatalogWitness(connection);
        this.tables = tables;
    }

    Evidence evidence() {
        return witness.read(WitnessScope.of(Objects.requireNonNull(tables.schema(), "a schema"))
                .without(tables.versionTable(), tables.historyTable()));
    }

    Schema schema() throws SQLException {
        String schema = Objects.requireNonNull(tables.schema(), "a schema");
        String[] others =
                schemas().stream().filter(name -> !name.equals(schema)).toArray(String[]::new);
        return SchemaReader.read(
                connection, SchemaScope.of(schema).with(others).without(tables.versionTable(), tables.historyTable()));
    }

    List<String> schemas() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SCHEMAS)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
