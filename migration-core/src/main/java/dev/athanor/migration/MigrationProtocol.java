package dev.athanor.migration;

import dev.athanor.migration.history.DatabaseState;
import dev.athanor.migration.history.HeadMark;
import dev.athanor.migration.history.MarkedState;
import dev.athanor.migration.history.Marking;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.runner.MigrationLock;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.MigrationRunner;
import dev.athanor.migration.session.Session;
import org.springframework.dao.DataAccessException;

/** Leads from a request to a report: look, decide, take the lock, look again, decide again, run. */
final class MigrationProtocol {

    private final Planning planning;
    private final StateReader reader;
    private final MigrationRunner runner;

    MigrationProtocol(Planning planning, StateReader reader, MigrationRunner runner) {
        this.planning = planning;
        this.reader = reader;
        this.runner = runner;
    }

    /** Does what the request asks for. */
    MigrationReport run(Session session, MigrationRequest request) {
        try {
            DatabaseState seen = runner.look(session);
            return decideAndRun(session, request, seen, Marking.NONE);
        } catch (DataAccessException e) {
            throw MigrationRunner.unexpected(e);
        }
    }

    /**
     * Upgrades to every head of the build.
     *
     * @param mark the mark of a database that is there already; if the history holds it, nothing else is read
     */
    MigrationReport run(Session session, MigrationRequest.Upgrade request, HeadMark mark) {
        try {
            MarkedState first = runner.lookForMark(session);
            DatabaseState seen = first.state();
            if (mark.isIn(first)) {
                return MigrationReport.marked(MigrationPlan.nothing(request, seen.heads()));
            }
            if (mark.needsMoreThan(first)) {
                seen = reader.read(session);
            }
            return decideAndRun(session, request, seen, mark.marking(first));
        } catch (DataAccessException e) {
            throw MigrationRunner.unexpected(e);
        }
    }

    private MigrationReport decideAndRun(
            Session session, MigrationRequest request, DatabaseState seen, Marking marking) {
        MigrationPlan plan = planning.plan(session, seen, request);
        if (plan.isEmpty()) {
            return MigrationReport.nothingToDo(plan);
        }
        try (MigrationLock lock = runner.prepare(session, plan, seen)) {
            if (!lock.acquire(() -> isReached(session, request))) {
                return MigrationReport.nothingToDo(
                        MigrationPlan.nothing(request, reader.read(session).heads()));
            }
            return runner.run(lock, planning.plan(session, lock.state(), request), marking);
        }
    }

    /** Returns whether nothing is left to do because another process has done it. */
    private boolean isReached(Session session, MigrationRequest request) {
        return planning.plan(session, reader.read(session), request).isEmpty();
    }
}
