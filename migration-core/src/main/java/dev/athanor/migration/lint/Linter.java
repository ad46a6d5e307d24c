package dev.athanor.migration.lint;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.plan.DraftException;
import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.runner.MigrationRunner;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.runner.StepReport;
import dev.athanor.migration.runner.TransactionScope;
import dev.athanor.migration.script.Allowance;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptProblem;
import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.shadow.ThrowAwayDatabase;
import dev.athanor.migration.verify.DatabasePrerequisites;
import dev.athanor.migration.verify.ReplayDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Runs revisions in a throw-away database that stands where the target stands, observes what each statement does, and
 * reports what that means for a running system.
 *
 * @since 0.1.0
 */
public final class Linter {

    private final ScriptDirectory scripts;
    private final Tables tables;
    private final RunSettings settings;
    private final Placeholders placeholders;

    /**
     * Creates a linter for these scripts, which run with the settings of the target, but always with one transaction per
     * revision.
     */
    public Linter(ScriptDirectory scripts, Tables tables, RunSettings settings, Placeholders placeholders) {
        this.scripts = scripts;
        this.tables = tables;
        this.settings = settings.withTransaction(TransactionScope.REVISION);
        this.placeholders = placeholders;
    }

    /**
     * Looks at the revisions.
     *
     * @param target the database that the throw-away database is to resemble, which is only read
     * @throws MigrationException if no throw-away database can be created, if a requested revision does not exist, or if
     *     a revision before those that are looked at fails
     * @throws InvalidScriptException if a line {@code -- @allow} names an unknown rule
     */
    public LintReport lint(DataSource target, LintSettings wanted) {
        long begun = System.nanoTime();
        LintPlan plan = LintPlan.of(scripts, wanted.scope(), () -> applied(target));
        requireKnownRules(plan.wanted());
        DraftException.requireNone(plan.scripts(scripts));
        List<RevisionTrace> traces = plan.wanted().isEmpty() ? List.of() : traces(target, wanted, plan);
        Findings findings = new Findings(wanted.rules());
        traces.forEach(revision -> check(revision, findings));
        if (wanted.scope() instanceof LintScope.Pending && !traces.isEmpty()) {
            TargetObjects objects = TargetObjects.of(target);
            traces.forEach(revision -> objects.check(revision, findings));
        }
        List<LintFinding> found = findings.found().stream().map(this::allowed).toList();
        return new LintReport(
                traces.stream().map(revision -> revision.script().id()).toList(),
                TargetSizes.of(target, found).addedTo(found, () -> rates(target, wanted)),
                traces.stream()
                        .flatMap(revision -> revision.observations().stream())
                        .map(Observation::trace)
                        .toList(),
                traces.isEmpty() ? Optional.empty() : Optional.of(TargetActivity.of(target)),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    /** Measures the server of the target; another server for throw-away databases says nothing about it. */
    private static Optional<WorkRates> rates(DataSource target, LintSettings wanted) {
        if (wanted.shadow().isPresent()) {
            return Optional.empty();
        }
        try (ThrowAwayDatabase database = ThrowAwayDatabase.beside(target);
                Connection connection = database.dataSource().getConnection()) {
            return Optional.of(WorkRates.measure(connection));
        } catch (SQLException e) {
            throw new DatabaseException(
                    "The speed of the server could not be measured in a throw-away database: " + e.getMessage(),
                    "Find out in the server's log why, and run `migration lint` again; nothing is left of the database.",
                    e);
        }
    }

    private CurrentHeads applied(DataSource target) {
        try (Session session = Session.open(target)) {
            return new StateReader(tables).read(session).heads();
        }
    }

    private void requireKnownRules(Set<RevisionId> revisions) {
        Set<String> known = Stream.of(LintRule.values()).map(LintRule::id).collect(Collectors.toSet());
        List<ScriptProblem> problems = new ArrayList<>();
        for (RevisionId id : revisions) {
            RevisionScript script = scripts.script(id);
            for (Allowance allowance : script.upgrade().allowances()) {
                if (!known.contains(allowance.rule())) {
                    problems.add(new ScriptProblem(
                            script.file().location(),
                            allowance.line(),
                            UnknownRuleException.problem(allowance.rule()),
                            UnknownRuleException.action(allowance.rule())));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidScriptException(problems, "Correct the rules, and run `migration lint` again.");
        }
    }

    private List<RevisionTrace> traces(DataSource target, LintSettings wanted, LintPlan plan) {
        DatabasePrerequisites expected = DatabasePrerequisites.of(target, tables, scripts);
        Tracer tracer = new Tracer(plan.wanted(), expected.tables(), placeholders);
        MigrationRunner runner =
                new MigrationRunner(expected.tables(), settings, tracer, placeholders).observedBy(tracer);
        try (ReplayDatabase replay = ReplayDatabase.create(target, wanted.shadow(), runner, expected)) {
            tracer.leaveAlone(replay.schemas());
            replay.run(plan.plan(scripts));
        } catch (MigrationFailedException failed) {
            failed(failed, plan, tracer);
        }
        return tracer.revisions();
    }

    private void failed(MigrationFailedException failed, LintPlan plan, Tracer tracer) {
        List<StepReport> steps = failed.report().steps();
        StepReport last = steps.get(steps.size() - 1);
        RevisionId revision = last.revisions().get(0);
        String place = failed.place().isEmpty() ? "" : " at " + failed.place();
        String words = String.valueOf(last.error()).strip().replaceAll("\\s*\\R\\s*", "; ");
        if (!plan.wanted().contains(revision)) {
            throw new MigrationException(
                    "The upgrade of " + revision + " fails in an empty database" + place + ": " + words,
                    "Correct it first: what lint looks at comes after it.",
                    failed);
        }
        tracer.failed(words);
    }

    private static void check(RevisionTrace revision, Findings findings) {
        for (Observation seen : revision.observations()) {
            Check.ALL.forEach(check -> check.check(seen, revision.end(), findings));
        }
    }

    private LintFinding allowed(LintFinding finding) {
        RevisionScript script = scripts.script(finding.revision());
        List<Allowance> allowances = finding.place().section() == Direction.UPGRADE
                ? script.upgrade().allowances()
                : script.downgrade()
                        .wayBack()
                        .map(section -> section.allowances())
                        .orElse(List.of());
        Optional<Allowance> allowance = allowances.stream()
                .filter(each -> each.rule().equals(finding.rule().id()))
                .findFirst();
        return allowance.map(each -> finding.allowedFor(each.reason())).orElse(finding);
    }
}
