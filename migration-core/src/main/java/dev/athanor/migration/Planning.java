package dev.athanor.migration;

import dev.athanor.migration.history.DatabaseState;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.plan.DraftException;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Planner;
import dev.athanor.migration.plan.StampMode;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.session.Session;
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

/** From what the database says to what is to be done: refuses what does not belong together, then asks the planner. */
final class Planning {

    private final BuildRevisions revisions;
    private final StateReader reader;
    private final RunMonitor monitor;

    Planning(BuildRevisions revisions, StateReader reader, RunMonitor monitor) {
        this.revisions = revisions;
        this.reader = reader;
        this.monitor = monitor;
    }

    MigrationPlan upgrade(Session session, DatabaseState state, List<String> targets) {
        reader.requireNoneElsewhere(
                session, state, id -> revisions.directory().graph().contains(id));
        Standing standing = standing(session, state);
        if (standing instanceof Standing.Ahead) {
            return MigrationPlan.nothing(Command.UPGRADE, targets, state.heads());
        }
        refuse(session, state, standing);
        MigrationPlan plan = new Planner(revisions.directory()).upgrade(state.heads(), targets);
        return watched(state, revisions.directory(), DraftException.requireNone(plan));
    }

    MigrationPlan downgrade(Session session, DatabaseState state, String target) {
        Standing standing = standing(session, state);
        refuse(session, state, standing);
        ScriptDirectory known = standing instanceof Standing.Ahead ahead ? ahead.known() : revisions.directory();
        return watched(state, known, new Planner(known).downgrade(state.heads(), target));
    }

    MigrationPlan stamp(DatabaseState state, List<String> targets, StampMode mode) {
        return new Planner(revisions.directory()).stamp(state.heads(), targets, mode);
    }

    /** What of the database does not go with the scripts. */
    List<Finding> findings(Session session, DatabaseState state) {
        List<Finding> findings = new ArrayList<>(ValidationFindings.findings(standing(session, state), revisions));
        findings.addAll(ValidationFindings.changed(
                ChangedScriptException.problems(revisions.directory(), state, () -> reader.remembered(session))));
        return findings;
    }

    /** The scripts of this build, and what only the history remembers. */
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
        ChangedScriptException.check(revisions.directory(), state, () -> reader.remembered(session));
    }

    /** The history is there once the lock is held: what is planned then is carried out. */
    private MigrationPlan watched(DatabaseState state, ScriptDirectory known, MigrationPlan plan) {
        List<HistoryEntry> history = state.history();
        if (!plan.isEmpty() && history != null) {
            monitor.prepare(AppliedRevisions.of(revisions.directory(), known.graph(), plan.before(), history), history);
        }
        return plan;
    }
}
