package dev.athanor.migration.fix;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintScope;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.lint.Linter;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Writes safer revisions in place of those with findings, and proves in throw-away databases that they end in the same
 * schema in both directions.
 *
 * @since 0.1.0
 */
public final class Fixer {

    private final ScriptDirectory scripts;
    private final Tables tables;
    private final RunSettings settings;
    private final Placeholders placeholders;

    /** Creates a fixer for these scripts, which run with the settings of the target. */
    public Fixer(ScriptDirectory scripts, Tables tables, RunSettings settings, Placeholders placeholders) {
        this.scripts = scripts;
        this.tables = tables;
        this.settings = settings.withTransaction(TransactionScope.REVISION);
        this.placeholders = placeholders;
    }

    /**
     * Returns the safer forms of the revisions with findings. Nothing is written.
     *
     * @param target the database that the throw-away databases are to resemble, which is only read
     * @param report the findings
     * @param wanted the settings with which they were found
     */
    public FixReport fix(DataSource target, LintReport report, LintSettings wanted) {
        Set<RevisionId> applied = applied(target);
        List<Fix> fixes = new ArrayList<>();
        List<FixReport.Unfixed> unfixed = new ArrayList<>();
        ScriptDirectory now = scripts;
        for (RevisionId revision : report.revisions()) {
            List<LintFinding> findings = report.of(revision).stream()
                    .filter(finding -> !finding.isAllowed())
                    .toList();
            if (findings.isEmpty()) {
                continue;
            }
            try {
                requireNotApplied(revision, applied);
                FixAttempt attempt = new FixAttempt(
                        new FixAttempt.Context(target, now, tables, settings, placeholders), now.script(revision));
                FixAttempt.Proven proven = attempt.proven(report, wanted, findings);
                now = proven.directory();
                fixes.add(fix(target, now, proven.safer(), findings, wanted));
            } catch (NotFixedException | InvalidScriptException e) {
                unfixed.add(new FixReport.Unfixed(revision, e.problem(), e.action()));
            }
        }
        return new FixReport(fixes, unfixed);
    }

    private Set<RevisionId> applied(DataSource target) {
        try (Session session = Session.open(target)) {
            return scripts.graph().applied(new StateReader(tables).read(session).heads());
        }
    }

    private static void requireNotApplied(RevisionId revision, Set<RevisionId> applied) {
        if (applied.contains(revision)) {
            throw new NotFixedException(
                    "Revision " + revision + " is applied in this database, so its script must stay as it is.",
                    "Only pending revisions can be written in a safer form.");
        }
    }

    private Fix fix(
            DataSource target,
            ScriptDirectory now,
            SaferScripts safer,
            List<LintFinding> findings,
            LintSettings wanted) {
        LintSettings again = wanted.withScope(new LintScope.Revisions(Set.copyOf(safer.ids())));
        List<LintFinding> rest = new Linter(now, tables, settings, placeholders)
                .lint(target, again)
                .open();
        List<LintFinding> fixed = findings.stream()
                .filter(finding -> rest.stream()
                        .noneMatch(other ->
                                other.rule() == finding.rule() && other.object().equals(finding.object())))
                .toList();
        return new Fix(safer.original(), safer.earlier(), safer.last(), fixed, rest);
    }
}
