package dev.athanor.migration.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;

/**
 * Lists the database engines that speak PostgreSQL's protocol but are known not to support what a run needs.
 *
 * <p>An engine is recognized by the parameters that the server reports at connection time, which costs nothing, and by
 * {@code version()}, which is queried together with the session's settings. An unknown engine is taken for PostgreSQL.
 *
 * @since 0.1.0
 */
public enum Engine {
    /** CockroachDB. */
    COCKROACHDB(
            "CockroachDB",
            "crdb_version",
            version -> version.startsWith("CockroachDB"),
            "it has no session advisory locks that work, and carries out part of a transaction's DDL only after its"
                    + " commit"),
    /** CrateDB. */
    CRATEDB("CrateDB", "crate_version", version -> version.startsWith("CrateDB"), "it has no transactions"),
    /** Materialize. */
    MATERIALIZE(
            "Materialize",
            "mz_version",
            version -> version.contains("Materialize"),
            "it has no session advisory locks, and no DDL in transactions"),
    /** Amazon Aurora DSQL. */
    AURORA_DSQL(
            "Amazon Aurora DSQL",
            null,
            Pattern.compile("PostgreSQL \\d+").asMatchPredicate(),
            "it has no session advisory locks, and allows one DDL statement in a transaction"),
    /** Amazon Redshift. */
    REDSHIFT(
            "Amazon Redshift",
            null,
            version -> version.contains("Redshift"),
            "it has no advisory locks, and derives from PostgreSQL 8.0"),
    /** QuestDB. */
    QUESTDB(
            "QuestDB",
            null,
            version -> version.contains("QuestDB"),
            "it has no advisory locks, and its DDL is not undone with its transaction"),
    /** RisingWave. */
    RISINGWAVE(
            "RisingWave",
            null,
            version -> version.contains("RisingWave"),
            "it has no advisory locks and no read-write transactions"),
    /** H2. */
    H2(
            "H2",
            null,
            version -> version.contains(" using H2 "),
            "it has no advisory locks, and its DDL commits the transaction");

    private static final String YUGABYTE = "-YB-";
    private static final String NOTHING_DONE = " Nothing was done.";

    private final String title;
    private final @Nullable String parameter;
    private final Predicate<String> version;
    private final String reason;

    /**
     * Creates an engine.
     *
     * @param parameter the parameter that only this engine reports at connection time, or {@code null} if it has none
     * @param version matches the engine's {@code version()}
     */
    Engine(String title, @Nullable String parameter, Predicate<String> version, String reason) {
        this.title = title;
        this.parameter = parameter;
        this.version = version;
        this.reason = reason;
    }

    /**
     * Refuses an engine that has identified itself at connection time, without a query.
     *
     * @throws DatabaseException if the engine is not supported; the message names the engine and the reason
     */
    public static void checkReported(Connection connection) {
        Map<String, String> reported = reported(connection);
        Stream.of(values())
                .filter(engine -> engine.parameter != null && reported.containsKey(engine.parameter))
                .findFirst()
                .ifPresent(engine -> {
                    throw engine.refusal(String.valueOf(reported.get(engine.parameter)));
                });
    }

    private static Map<String, String> reported(Connection connection) {
        try {
            return connection.isWrapperFor(PGConnection.class)
                    ? connection.unwrap(PGConnection.class).getParameterStatuses()
                    : Map.of();
        } catch (SQLException e) {
            throw new DatabaseUnreachableException(e);
        }
    }

    /**
     * Refuses an engine that the facts of the session identify.
     *
     * @throws DatabaseException if the engine is not supported; the message names the engine and the reason
     */
    static void check(SessionFacts facts) {
        known(facts.version()).ifPresent(refused -> {
            throw refused;
        });
        if (facts.version().contains(YUGABYTE) && !"on".equals(facts.transactionalDdl())) {
            throw new DatabaseException(
                    "The server is YugabyteDB (" + facts.version()
                            + ") with transactional DDL turned off: a revision that"
                            + " fails would leave half of its tables behind.",
                    "Turn it on where your version has it: start yb-tserver with"
                            + " --ysql_yb_ddl_transaction_block_enabled=true. `SHOW yb_ddl_transaction_block_enabled` then"
                            + " says on."
                            + NOTHING_DONE,
                    null);
        }
    }

    /**
     * Explains why the server refused an ordinary query. Returns an exception that names the engine if it is one of
     * these, and otherwise the given failure.
     *
     * @param failure the failure of the query
     */
    public static RuntimeException explain(Session session, RuntimeException failure) {
        try {
            Optional<DatabaseException> known =
                    session.single("SELECT version()").flatMap(Engine::known);
            return known.isPresent() ? known.get() : failure;
        } catch (DataAccessException e) {
            return failure;
        }
    }

    private static Optional<DatabaseException> known(String version) {
        return Stream.of(values())
                .filter(engine -> engine.version.test(version))
                .findFirst()
                .map(engine -> engine.refusal(version));
    }

    private DatabaseException refusal(String version) {
        return new DatabaseException(
                "The server is " + title + " (" + version + "), not PostgreSQL: " + reason + ".",
                "Let migrations connect to PostgreSQL: migration.url. Which engines work, and which do not:"
                        + " docs/engines.md."
                        + NOTHING_DONE,
                null);
    }
}
