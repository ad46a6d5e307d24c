package dev.athanor.migration;

import dev.athanor.migration.ValidationReport.Finding;
import dev.athanor.migration.history.DatabaseState;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Everything that is wrong with scripts and database, whether or not it keeps an upgrade from running. */
final class Validation {

    private final BuildRevisions revisions;
    private final Supplier<Session> sessions;
    private final StateReader reader;
    private final Planning planning;

    Validation(BuildRevisions revisions, Supplier<Session> sessions, StateReader reader, Planning planning) {
        this.revisions = revisions;
        this.sessions = sessions;
        this.reader = reader;
        this.planning = planning;
    }

    /** What is wrong with the scripts as they are now. */
    ValidationReport ofScripts() {
        try {
            return new ValidationReport(Validator.findings(revisions.readAgain(), revisions));
        } catch (InvalidScriptException e) {
            return new ValidationReport(Validator.findings(e));
        }
    }

    /** The same and, where they can be read, what of the database does not go with them. */
    ValidationReport ofAll() {
        ValidationReport scriptsOnly = ofScripts();
        if (!readable()) {
            return scriptsOnly;
        }
        try (Session session = sessions.get()) {
            DatabaseState state = reader.read(session);
            List<Finding> findings = new ArrayList<>(scriptsOnly.findings());
            findings.addAll(planning.findings(session, state));
            return new ValidationReport(findings);
        }
    }

    private boolean readable() {
        try {
            revisions.directory();
            return true;
        } catch (InvalidScriptException e) {
            return false;
        }
    }
}
