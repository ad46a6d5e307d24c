package dev.athanor.migration;

import dev.athanor.migration.history.DatabaseState;
import dev.athanor.migration.history.HeadMark;
import dev.athanor.migration.history.MarkedState;
import dev.athanor.migration.history.Marking;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.runner.MigrationLock;
import dev.athanor.migration.runner.MigrationReport;
import dev.athanor.migration.runner.MigrationRunner;
import dev.athanor.migration.session.Session;
import org.springframework.dao.DataAccessException;

/** From a goal to a report: look, decide, take the lock, look again, decide again, run. */
final class MigrationProtocol {

    private final Planning planning;
    private final StateReader reader;
    private final MigrationRunner runner;

    MigrationProtocol(Planning planning, StateReader reader, MigrationRunner runner) {
        this.planning = planning;
        this.reader = reader;
        this.runner = runner;
    }

    /** Does what the goal asks for. */
    MigrationReport run(Session session, Goal goal) {
        try {
            DatabaseState seen = runner.look(session);
            return decideAndRun(session, goal, seen, Marking.NONE);
        } catch (DataAccessException e) {
            throw MigrationRunner.unexpected(e);
        }
    }

    /**
     * Upgrades to everything that there is.
     *
     * @param mark of a database that is there: where it is found, nothing else is asked
     */
    MigrationReport run(Session session, Goal.Upgrade goal, HeadMark mark) {
        try {
            MarkedState first = runner.lookForMark(session);
            DatabaseState seen = first.state();
            if (mark.isIn(first)) {
                return MigrationReport.marked(MigrationPlan.nothing(Command.UPGRADE, goal.targets(), seen.heads()));
            }
            if (mark.needsMoreThan(first)) {
                seen = reader.read(session);
            }
            return decideAndRun(session, goal, seen, mark.marking(first));
        } catch (DataAccessException e) {
            throw MigrationRunner.unexpected(e);
        }
    }

    private MigrationReport decideAndRun(Session session, Goal goal, DatabaseState seen, Marking marking) {
        MigrationPlan plan = goal.plan(planning, session, seen);
        if (plan.isEmpty()) {
            return MigrationReport.nothingToDo(plan);
        }
        try (MigrationLock lock = runner.prepare(session, plan, seen)) {
            if (!lock.acquire(() -> isReached(session, goal))) {
                return MigrationReport.nothingToDo(MigrationPlan.nothing(
                        plan.command(), plan.targets(), reader.read(session).heads()));
            }
            return runner.run(lock, goal.plan(planning, session, lock.state()), marking);
        }
    }

    /** Tells whether there is nothing left to do, because another process has done it. */
    private boolean isReached(Session session, Goal goal) {
        return goal.plan(planning, session, reader.read(session)).isEmpty();
    }
}
