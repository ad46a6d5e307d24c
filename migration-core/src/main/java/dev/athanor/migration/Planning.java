package dev.athanor.migration;

import dev.athanor.migration.history.DatabaseState;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.plan.DraftException;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.plan.Planner;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.standing.ChangedScript;
import dev.athanor.migration.standing.ChangedScriptException;
import dev.athanor.migration.standing.DivergedException;
import dev.athanor.migration.standing.RememberedScripts;
import dev.athanor.migration.standing.Standing;
import dev.athanor.migration.status.AppliedRevisions;
import dev.athanor.migration.status.RunMonitor;
import dev.athanor.migration.validation.ValidationFindings;
import dev.athanor.migration.validation.ValidationReport.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans what to do for a state of the database. Planning refuses a database that does not match the scripts, and
 * otherwise asks the planner.
 */
final class Planning {

    private final BuildRevisions revisions;
    private final StateReader reader;
    private final RunMonitor monitor;

    Planning(BuildRevisions revisions, StateReader reader, RunMonitor monitor) {
        this.revisions = revisions;
        this.reader = reader;
        this.monitor = monitor;
    }

    /**
     * Plans a request for a database.
     *
     * @param session reads what the state does not hold
     */
    MigrationPlan plan(Session session, DatabaseState state, MigrationRequest request) {
        return request.accept(new MigrationRequest.Visitor<>() {
            @Override
            public MigrationPlan upgrade(MigrationRequest.Upgrade upgrade) {
                return Planning.this.upgrade(session, state, upgrade);
            }

            @Override
            public MigrationPlan downgrade(MigrationRequest.Downgrade downgrade) {
                return Planning.this.downgrade(session, state, downgrade);
            }

            @Override
            public MigrationPlan stamp(MigrationRequest.Stamp stamp) {
                return new Planner(revisions.directory()).plan(state.heads(), stamp);
            }
        });
    }

    private MigrationPlan upgrade(Session session, DatabaseState state, MigrationRequest.Upgrade request) {
        reader.requireNoneElsewhere(
                session, state, id -> revisions.directory().graph().contains(id));
        Standing standing = standing(session, state);
        if (standing instanceof Standing.Ahead) {
            return MigrationPlan.nothing(request, state.heads());
        }
        refuse(session, state, standing);
        MigrationPlan plan = new Planner(revisions.directory()).plan(state.heads(), request);
        return watched(state, revisions.directory(), DraftException.requireNone(plan));
    }

    private MigrationPlan downgrade(Session session, DatabaseState state, MigrationRequest.Downgrade request) {
        Standing standing = standing(session, state);
        refuse(session, state, standing);
        ScriptDirectory known = standing instanceof Standing.Ahead ahead ? ahead.known() : revisions.directory();
        return watched(state, known, new Planner(known).plan(state.heads(), request));
    }

    /** Returns the findings about rows of the version table and the history that do not match this build's scripts. */
    List<Finding> findings(Session session, DatabaseState state) {
        List<Finding> findings = new ArrayList<>(ValidationFindings.findings(standing(session, state), revisions));
        findings.addAll(ValidationFindings.changed(changed(session, state)));
        return findings;
    }

    /** Returns the applied scripts that have been changed, needs first, with what differs. */
    List<ChangedScript> changed(Session session, DatabaseState state) {
        return ChangedScriptException.find(revisions.directory(), state, ids -> reader.remembered(session, ids));
    }

    /** Returns the scripts of this build, together with the revisions that only the history holds. */
    ScriptDirectory known(Session session) {
        return RememberedScripts.extend(revisions.directory(), reader.remembered(session), revisions.placeholders());
    }

    private Standing standing(Session session, DatabaseState state) {
        return Standing.of(revisions.directory(), state.heads(), () -> known(session));
    }

    private void refuse(Session session, DatabaseState state, Standing standing) {
        if (standing instanceof Standing.Diverged diverged) {
            throw new DivergedException(diverged.unknown(), revisions);
        }
        ChangedScriptException.check(revisions.directory(), state, ids -> reader.remembered(session, ids));
    }

    /**
     * Prepares the monitor for the plan. The state holds the history only once the lock is held, which means that the
     * plan will be run.
     */
    private MigrationPlan watched(DatabaseState state, ScriptDirectory known, MigrationPlan plan) {
        List<HistoryEntry> history = state.history();
        if (!plan.isEmpty() && history != null) {
            monitor.prepare(AppliedRevisions.of(revisions.directory(), known.graph(), plan.before(), history), history);
        }
        return plan;
    }
}
