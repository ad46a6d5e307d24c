package dev.athanor.migration;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.runner.MigrationRunner;
import dev.athanor.migration.runner.RepairOutcome;
import dev.athanor.migration.runner.StatementOutcome;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.standing.ChangedScriptException;
import java.util.List;
import java.util.function.Supplier;

/** Records in the history what a person has found out or decided. */
final class Repairs {

    private final Migrations migrations;
    private final Supplier<Session> sessions;
    private final StateReader reader;
    private final MigrationRunner runner;

    /**
     * Creates the repairs of one facade.
     *
     * @param sessions opens a session when something is to be written
     */
    Repairs(Migrations migrations, Supplier<Session> sessions, StateReader reader, MigrationRunner runner) {
        this.migrations = migrations;
        this.sessions = sessions;
        this.reader = reader;
        this.runner = runner;
    }

    /** Accepts applied scripts that have changed since, and returns them, dependencies first. */
    List<RevisionScript> acceptChanged() {
        try (Session session = sessions.get()) {
            List<RevisionScript> changed = ChangedScriptException.changed(migrations.scripts(), reader.read(session));
            runner.accept(session, changed);
            return changed;
        }
    }

    /** Records the outcome of a statement that is in doubt. */
    void tell(String revision, StatementOutcome outcome) {
        RevisionScript script = existing(revision);
        try (Session session = sessions.get()) {
            runner.repairStatement(session, script, outcome);
        }
    }

    /** Accepts this script where it has been changed since it was applied; otherwise forgets how far it came. */
    RepairOutcome repair(String revision) {
        RevisionScript script = existing(revision);
        try (Session session = sessions.get()) {
            List<RevisionScript> changed = ChangedScriptException.changed(migrations.scripts(), reader.read(session));
            if (changed.contains(script)) {
                runner.accept(session, List.of(script));
                return RepairOutcome.ACCEPTED;
            }
            runner.beginAnew(session, script);
            return RepairOutcome.BEGINS_ANEW;
        }
    }

    /** Discards the progress of an unfinished section. */
    void forgetProgress(String revision) {
        RevisionScript script = existing(revision);
        try (Session session = sessions.get()) {
            runner.beginAnew(session, script);
        }
    }

    private RevisionScript existing(String revision) {
        return migrations
                .script(revision)
                .orElseThrow(() -> new MigrationException(
                        "No script of this build has the revision " + revision + ".",
                        "See `migration history` for those that there are."));
    }
}
