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
 * Collects everything that is wrong with the scripts and the database, including problems that do not prevent an
 * upgrade.
 *
 * @since 0.1.0
 */
public final class Validator {

    private final BuildScripts revisions;
    private final Supplier<Session> sessions;
    private final StateReader reader;
    private final BiFunction<Session, DatabaseState, List<Finding>> ofDatabase;

    /**
     * Creates a validator for the scripts of a build and one database.
     *
     * @param sessions opens a session when the database is read
     * @param ofDatabase finds the differences between the database and the scripts
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

    /** Validates the scripts as they are now. */
    public ValidationReport ofScripts() {
        try {
            return new ValidationReport(ValidationFindings.findings(revisions.readAgain(), revisions));
        } catch (InvalidScriptException e) {
            return new ValidationReport(ValidationFindings.findings(e));
        }
    }

    /** Validates the scripts and, if they can be read, the database. */
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
