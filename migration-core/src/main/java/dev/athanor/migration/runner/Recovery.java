package dev.athanor.migration.runner;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Bookkeeping;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.lock.AdvisoryLock;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.session.Cancellation;
import dev.athanor.migration.session.CancelledException;
import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.session.DatabaseUnreachableException;
import dev.athanor.migration.session.Session;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Determines after a lost connection what was committed, on another connection and under the lock.
 *
 * <p>The lost backend held the migration lock. Once another session holds the lock, that backend is gone and commits
 * nothing more.
 */
final class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Represents what the version table and the history say. */
    enum Finding {
        COMMITTED,
        NOT_COMMITTED,
        UNKNOWN
    }

    private final Session session;
    private final AdvisoryLock lock;
    private final Bookkeeping books;
    private final RunSettings settings;
    private final Cancellation cancellation;
    private final @Nullable String schema;

    Recovery(RunContext context) {
        this.session = context.session();
        this.lock = context.lock();
        this.books = context.books();
        this.settings = context.settings();
        this.cancellation = context.cancellation();
        this.schema = context.schema();
    }

    /**
     * Determines whether a step was committed.
     *
     * @param before the rows of the version table if the step was not committed
     */
    Finding look(Step step, CurrentHeads before) {
        log.warn("The connection was lost during `{}`; looking whether it was committed", step.describe());
        try {
            return regain() ? read(step, before) : Finding.UNKNOWN;
        } catch (DataAccessException | DatabaseException | CancelledException e) {
            log.debug("It could not be looked up", e);
            return Finding.UNKNOWN;
        }
    }

    private boolean regain() {
        Duration patience = LONGEST_WAIT.compareTo(settings.lockWait()) < 0 ? LONGEST_WAIT : settings.lockWait();
        long deadline = System.nanoTime() + patience.toNanos();
        boolean connected = reconnect();
        while (!connected || !lock.tryAcquire()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            cancellation.pause(PAUSE);
            connected = connected || reconnect();
        }
        return true;
    }

    private boolean reconnect() {
        try {
            session.reconnect();
            session.begin(settings.session(schema));
            return true;
        } catch (DatabaseUnreachableException | DataAccessException e) {
            log.debug("Not connected yet", e);
            return false;
        }
    }

    private Finding read(Step step, CurrentHeads before) {
        CurrentHeads rows = books.heads();
        List<RevisionId> revisions =
                step.scripts().stream().map(RevisionScript::id).toList();
        int recorded = books.recorded(Direction.of(step), revisions);
        if (recorded == revisions.size() && rows.equals(step.after())) {
            return Finding.COMMITTED;
        }
        return recorded == 0 && rows.equals(before) ? Finding.NOT_COMMITTED : Finding.UNKNOWN;
    }
}
