package dev.athanor.migration.lint;

import dev.athanor.migration.session.DatabaseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Describes what happens in the target while revisions are looked at. Other sessions are visible as far as the role may
 * see them.
 *
 * @param longTransactions the number of transactions that have been running for more than a minute
 * @param oldest the age of the oldest of them; zero if there is none
 * @param replicas the number of replicas that the server streams to
 * @since 0.1.0
 */
public record TargetActivity(int longTransactions, Duration oldest, int replicas) {

    private static final String QUERY = """
            SELECT count(*) FILTER (WHERE now() - xact_start > interval '1 minute')::int AS transactions,
                   coalesce(extract(epoch FROM max(clock_timestamp() - xact_start)), 0)::bigint AS oldest,
                   (SELECT count(*) FROM pg_stat_replication)::int AS replicas
            FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()""";

    static TargetActivity of(DataSource target) {
        try {
            return JdbcClient.create(target)
                    .sql(QUERY)
                    .query((row, number) -> {
                        int transactions = row.getInt("transactions");
                        Duration oldest = Duration.ofSeconds(transactions == 0 ? 0 : row.getLong("oldest"));
                        return new TargetActivity(transactions, oldest, row.getInt("replicas"));
                    })
                    .single();
        } catch (DataAccessException e) {
            throw new DatabaseException(
                    "The running transactions cannot be read from the target: " + e.getMessage(),
                    "See that it runs, and that url, user and password are right.",
                    e);
        }
    }

    /** Returns what a person has to know about it, in whole sentences; empty if there is nothing. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (longTransactions > 0) {
            sentences.add((longTransactions == 1
                            ? "One transaction has been running for " + minutes()
                            : longTransactions
                                    + " transactions have been running for more than a minute, the oldest for "
                                    + minutes())
                    + ": CREATE INDEX CONCURRENTLY waits for every older transaction, and a strong lock waits for those"
                    + " that use its table.");
        }
        if (replicas > 0) {
            sentences.add(
                    (replicas == 1 ? "One replica follows" : replicas + " replicas follow")
                            + " this server: queries there wait for strong locks too, and rewritten tables are sent as a whole.");
        }
        return sentences;
    }

    private String minutes() {
        long minutes = oldest.toMinutes();
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }
}
