package dev.athanor.migration.validation;

import dev.athanor.migration.history.DatabaseState;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.standing.BuildScripts;
import dev.athanor.migration.validation.ValidationReport.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Collects everything that is wrong with scripts and database, also what does not keep an upgrade from running.
 *
 * @since 0.1.0
 */
public final class Validator {

    private final BuildScripts revisions;
    private final Supplier<Session> sessions;
    private final StateReader reader;
    private final BiFunction<Session, DatabaseState, List<Finding>> ofDatabase;

    /**
     * Validates the scripts of a build and one database.
     *
     * @param sessions asked for one where the database is looked at
     * @param ofDatabase finds what of the database does not go with the scripts
     */
    public Validator(
            BuildScripts revisions,
            Supplier<Session> sessions,
            StateReader reader,
            BiFunction<Session, DatabaseState, List<Finding>> ofDatabase) {
        this.revisions = revisions;
        this.sessions = sessions;
        this.reader = reader;
        this.ofDatabase = ofDatabase;
    }

    /** Returns what is wrong with the scripts as they are now. */
    public ValidationReport ofScripts() {
        try {
            return new ValidationReport(ValidationFindings.findings(revisions.readAgain(), revisions));
        } catch (InvalidScriptException e) {
            return new ValidationReport(ValidationFindings.findings(e));
        }
    }

    /** Returns the same and, where they can be read, what of the database does not go with them. */
    public ValidationReport ofAll() {
        ValidationReport scriptsOnly = ofScripts();
        if (!readable()) {
            return scriptsOnly;
        }
        try (Session session = sessions.get()) {
            DatabaseState state = reader.read(session);
            List<Finding> findings = new ArrayList<>(scriptsOnly.findings());
            findings.addAll(ofDatabase.apply(session, state));
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
