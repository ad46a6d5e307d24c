package dev.athanor.migration.runner;

import dev.athanor.migration.lock.LiftedLimits;
import dev.athanor.migration.lock.TimeoutSource;
import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.sql.LoneStatement;
import dev.athanor.migration.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Determines from the catalogs the outcome of statements that run outside a transaction, and removes what an
 * interrupted statement has left.
 */
final class LoneStatements {

    private static final Logger log = LoggerFactory.getLogger(LoneStatements.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Represents what the catalogs say. */
    enum Finding {
        DONE,
        NOT_DONE,
        UNKNOWN
    }

    private record IndexState(String name, boolean valid, boolean beingBuilt) {}

    private static final String INDEX = "SELECT format('%I.%I', n.nspname, c.relname), i.indisvalid,"
            + " EXISTS (SELECT FROM pg_stat_progress_create_index p WHERE p.index_relid = c.oid)"
            + " FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " WHERE i.indrelid = to_regclass(?) AND c.relname = (parse_ident(?))[1]::name";

    private static final String PARTITION = "SELECT inhdetachpending FROM pg_inherits WHERE inhparent = to_regclass(?)"
            + " AND inhrelid = to_regclass(?)";

    private final Session session;
    private final Cancellation cancellation;

    LoneStatements(Session session, Cancellation cancellation) {
        this.session = session;
        this.cancellation = cancellation;
    }

    /** Determines whether a statement that was begun earlier is done. */
    Finding look(Statement statement) {
        return LoneStatement.of(statement.sql()).accept(new Look());
    }

    private final class Look implements LoneStatement.Visitor<Finding> {
        @Override
        public Finding createIndex(LoneStatement.CreateIndex create) {
            return finding(index(create).stream().anyMatch(IndexState::valid));
        }

        @Override
        public Finding dropIndex(LoneStatement.DropIndex drop) {
            return finding(
                    session.single("SELECT to_regclass(?)::text", drop.index()).isEmpty());
        }

        @Override
        public Finding detachPartition(LoneStatement.DetachPartition detach) {
            return finding(pending(detach).isEmpty());
        }

        @Override
        public Finding repeatable(LoneStatement.Repeatable repeatable) {
            return Finding.NOT_DONE;
        }

        @Override
        public Finding opaque(LoneStatement.Opaque opaque) {
            return Finding.UNKNOWN;
        }
    }

    private static Finding finding(boolean done) {
        return done ? Finding.DONE : Finding.NOT_DONE;
    }

    /**
     * Prepares the catalogs for a statement. Returns {@link Finding#DONE} if the preparation has already completed the
     * statement.
     */
    Finding clear(Statement statement) {
        return LoneStatement.of(statement.sql()).accept(new Clear(statement));
    }

    private final class Clear implements LoneStatement.Visitor<Finding> {

        private final Statement statement;

        Clear(Statement statement) {
            this.statement = statement;
        }

        @Override
        public Finding createIndex(LoneStatement.CreateIndex create) {
            dropInvalid(statement, create);
            return Finding.NOT_DONE;
        }

        @Override
        public Finding dropIndex(LoneStatement.DropIndex drop) {
            return Finding.NOT_DONE;
        }

        @Override
        public Finding detachPartition(LoneStatement.DetachPartition detach) {
            if (!pending(detach).contains(true)) {
                return Finding.NOT_DONE;
            }
            log.warn("Partition {} was left half detached; finishing that", detach.partition());
            session.execute("ALTER TABLE " + detach.parent() + " DETACH PARTITION " + detach.partition() + " FINALIZE");
            return Finding.DONE;
        }

        @Override
        public Finding repeatable(LoneStatement.Repeatable repeatable) {
            return Finding.NOT_DONE;
        }

        @Override
        public Finding opaque(LoneStatement.Opaque opaque) {
            return Finding.NOT_DONE;
        }
    }

    @SuppressWarnings("try") // the lifted limits are not referred to
    private void dropInvalid(Statement statement, LoneStatement.CreateIndex create) {
        for (IndexState index : indexAtRest(create)) {
            if (!index.valid()) {
                log.warn("An earlier build has left index {} invalid; dropping it and building it again", index.name());
                try (LiftedLimits lifted = LiftedLimits.of(session, statement, TimeoutSource.RUN)) {
                    session.execute("DROP INDEX CONCURRENTLY " + index.name());
                }
            }
        }
    }

    /** Waits until no other session is building the index, since an index is invalid until it is built. */
    private List<IndexState> indexAtRest(LoneStatement.CreateIndex create) {
        List<IndexState> found = index(create);
        while (found.stream().anyMatch(IndexState::beingBuilt)) {
            log.warn("Another session is building index {}; waiting for it", create.index());
            cancellation.pause(BETWEEN_LOOKS);
            found = index(create);
        }
        return found;
    }

    private List<IndexState> index(LoneStatement.CreateIndex create) {
        return session.query(
                INDEX,
                (row, number) -> new IndexState(row.getString(1), row.getBoolean(2), row.getBoolean(3)),
                create.table(),
                create.index());
    }

    private List<Boolean> pending(LoneStatement.DetachPartition detach) {
        return session.query(PARTITION, (row, number) -> row.getBoolean(1), detach.parent(), detach.partition());
    }
}
