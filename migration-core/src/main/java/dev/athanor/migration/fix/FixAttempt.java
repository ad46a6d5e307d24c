package dev.athanor.migration.fix;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintRule;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.lint.LockMode;
import dev.athanor.migration.lint.StatementTrace;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.runner.MigrationRunner;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.verify.DatabasePrerequisites;
import dev.athanor.migration.verify.ReplayDatabase;
import dev.athanor.migration.verify.RevisionProof;
import dev.athanor.migration.verify.Verifier;
import dev.athanor.migration.verify.VerifyReport;
import dev.athanor.migration.verify.VerifySettings;
import dev.athanor.migration.witness.Evidence;
import dev.athanor.migration.witness.UndescribedDifference;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Tries to write one revision in a safer form. */
final class FixAttempt {

    private final Context context;
    private final RevisionScript script;

    /** Holds what the attempts for several revisions share. */
    record Context(
            DataSource target,
            ScriptDirectory scripts,
            Tables tables,
            RunSettings settings,
            Placeholders placeholders) {}

    FixAttempt(Context context, RevisionScript script) {
        this.context = context;
        this.script = script;
    }

    /**
     * Holds scripts that are proven.
     *
     * @param safer the scripts that take the place of the revision
     * @param directory all scripts, with these
     */
    record Proven(SaferScripts safer, ScriptDirectory directory) {}

    /**
     * Returns the scripts that take the place of the revision.
     *
     * @throws NotFixedException if there are none, if they do not end in the same schema, or cannot be downgraded
     */
    Proven proven(LintReport report, LintSettings wanted, List<LintFinding> findings) {
        requireSplittable();
        Observed observed = observed(wanted);
        List<SaferPart> parts = parts(observed.up(), report, findings);
        List<SaferPart> joined = SaferPart.joined(parts, splitsTables(findings));
        if (joined.size() == 1 && joined.get(0).mode() instanceof SaferPart.Mode.Together) {
            throw new NotFixedException(
                    "Revision " + script.id() + " has findings for which there is no generated safer form.",
                    "Follow the advice of each finding by hand.");
        }
        SaferScripts safer = SaferScripts.of(
                script, withRows(joined, observed.down()), context.scripts().graph(), marker());
        return new Proven(safer, proven(safer, observed.end(), wanted));
    }

    private void requireSplittable() {
        Section upgrade = script.upgrade();
        boolean inOneTransaction = upgrade.transaction() == TransactionMode.TRANSACTIONAL
                && upgrade.batch().isEmpty();
        if (upgrade.code().isPresent()
                || !inOneTransaction
                || !upgrade.text().equals(upgrade.kept())
                || upgrade.extension().isPresent()
                || !script.revision().branchLabels().isEmpty()) {
            throw new NotFixedException(
                    "Revision " + script.id() + " cannot be split automatically: that is possible for a script in SQL"
                            + " that runs in one transaction, without placeholders, conditions and branch labels.",
                    "Follow the advice of each finding by hand.");
        }
        if (script.downgrade() instanceof Downgrade.Missing || script.downgrade() instanceof Downgrade.Unreadable) {
            throw new NotFixedException(
                    "Revision " + script.id() + " has no downgrade section that can be read.",
                    "Write `-- @downgrade` first, or `-- @downgrade irreversible` with the reason.");
        }
    }

    private String marker() {
        return script.downgrade().wayBack().isPresent() ? "" : " irreversible";
    }

    /**
     * Holds what the original does.
     *
     * @param up the statements of the upgrade
     * @param down the statements of the downgrade; none if it cannot be downgraded
     * @param end what the witness sees after the upgrade
     */
    private record Observed(List<ObservedStatement> up, List<ObservedStatement> down, Evidence end) {}

    private Observed observed(LintSettings wanted) {
        DatabasePrerequisites expected = prerequisites(context.scripts());
        SectionObserver observer = new SectionObserver(expected.tables());
        List<RevisionId> needed = new ArrayList<>(needed(context.scripts()));
        needed.remove(script.id());
        MigrationPlan before = MigrationPlan.fromBase(context.scripts(), needed);
        CurrentHeads below = before.after();
        CurrentHeads above =
                below.replace(context.scripts().graph().needs(script.id(), EdgeKind.ALL), List.of(script.id()));
        MigrationRunner runner = runner(expected).observedBy(observer);
        try (ReplayDatabase replay = ReplayDatabase.create(context.target(), wanted.shadow(), runner, expected)) {
            replay.run(before);
            observer.begin(replay.schemas());
            replay.run(plan(Command.UPGRADE, new Step.Upgrade(script, below, above), below, above));
            List<ObservedStatement> up = observer.seen();
            Evidence end = replay.evidence();
            observer.begin(replay.schemas());
            if (script.downgrade().wayBack().isPresent()) {
                replay.run(plan(Command.DOWNGRADE, new Step.Downgrade(script, above, below), above, below));
            }
            return new Observed(up, observer.seen(), end);
        } catch (MigrationFailedException failed) {
            throw new NotFixedException(
                    "Revision " + script.id() + " fails in the throw-away database: " + failed.problem(),
                    "Correct it first, and run `migration lint --fix` again.");
        }
    }

    /** Returns what the witness sees after the upgrades of other scripts up to this revision. */
    private Evidence end(ScriptDirectory scripts, LintSettings wanted) {
        DatabasePrerequisites expected = prerequisites(scripts);
        try (ReplayDatabase replay =
                ReplayDatabase.create(context.target(), wanted.shadow(), runner(expected), expected)) {
            replay.run(MigrationPlan.fromBase(scripts, needed(scripts)));
            return replay.evidence();
        }
    }

    private DatabasePrerequisites prerequisites(ScriptDirectory scripts) {
        return DatabasePrerequisites.of(context.target(), context.tables(), scripts);
    }

    private MigrationRunner runner(DatabasePrerequisites expected) {
        return new MigrationRunner(expected.tables(), context.settings(), RunListener.NONE, context.placeholders());
    }

    private List<RevisionId> needed(ScriptDirectory scripts) {
        return scripts.graph().order(scripts.graph().ancestorsAndSelf(Set.of(script.id()), EdgeKind.ALL));
    }

    private static MigrationPlan plan(Command command, Step step, CurrentHeads from, CurrentHeads to) {
        return new MigrationPlan(command, List.of(to.toString()), from, List.of(step), to);
    }

    private List<SaferPart> parts(List<ObservedStatement> statements, LintReport report, List<LintFinding> findings) {
        SourceTexts texts = new SourceTexts(script.upgrade().text());
        List<SaferPart> parts = new ArrayList<>();
        for (ObservedStatement statement : statements) {
            Set<LintRule> rules = rules(statement, findings);
            String comments = texts.before(statement.sql());
            List<SaferPart> own = (rules.isEmpty()
                            ? Optional.<List<SaferPart>>empty()
                            : SaferForms.of(statement, rules))
                    .orElseGet(() -> List.of(SaferForms.kept(statement, locked(statement, report))));
            for (int index = 0; index < own.size(); index++) {
                parts.add(index == 0 ? own.get(0).commented(comments) : own.get(index));
            }
        }
        return parts;
    }

    private static Set<LintRule> rules(ObservedStatement statement, List<LintFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.place().section() == Direction.UPGRADE
                        && finding.place().number() == statement.number())
                .map(LintFinding::rule)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(LintRule.class)));
    }

    private Set<String> locked(ObservedStatement statement, LintReport report) {
        return report.traces().stream()
                .filter(trace -> trace.place().revision().equals(script.id())
                        && trace.place().number() == statement.number())
                .map(StatementTrace::taken)
                .flatMap(List::stream)
                .filter(lock -> lock.mode().compareTo(LockMode.SHARE_ROW_EXCLUSIVE) >= 0
                        && lock.relation().existedBefore()
                        && lock.relation().kind().holdsRows())
                .map(lock -> lock.relation().name().toString())
                .collect(Collectors.toSet());
    }

    private static boolean splitsTables(List<LintFinding> findings) {
        return findings.stream()
                .anyMatch(finding ->
                        finding.rule() == LintRule.TWO_HOT_TABLES || finding.rule() == LintRule.WORK_AFTER_LOCK);
    }

    /** Returns the parts with the statements of the original downgrade that change rows only. */
    private List<SaferPart> withRows(List<SaferPart> parts, List<ObservedStatement> down) {
        List<String> rows = new ArrayList<>();
        boolean changed = false;
        for (ObservedStatement statement : down) {
            if (statement.changesSchema()) {
                changed = true;
            } else if (changed) {
                throw new NotFixedException(
                        "The downgrade of revision " + script.id() + " changes rows after it has changed the schema: "
                                + statement.sql().lines().findFirst().orElse("") + ".",
                        "Split the revision by hand, so that each part has its own rows to restore.");
            } else {
                rows.add(statement.sql() + ";");
            }
        }
        if (rows.isEmpty()) {
            return parts;
        }
        List<SaferPart> all = new ArrayList<>(parts);
        all.set(all.size() - 1, all.get(all.size() - 1).restoring(rows));
        return all;
    }

    /** Returns all scripts with the new ones, which are proven. */
    private ScriptDirectory proven(SaferScripts safer, Evidence end, LintSettings wanted) {
        List<ScriptFile> files = new ArrayList<>(safer.earlier());
        files.add(safer.last());
        ScriptDirectory changed = context.scripts().with(files, context.placeholders());
        VerifySettings only = VerifySettings.all()
                .only(safer.ids().stream().map(RevisionId::value).toList());
        VerifySettings settings = wanted.shadow().map(only::shadow).orElse(only);
        VerifyReport report = new Verifier(changed, context.tables(), context.settings(), context.placeholders())
                .verify(context.target(), settings);
        for (RevisionProof proof : report.revisions()) {
            if (proof.proof() == Proof.UNPROVEN) {
                throw new NotFixedException(
                        "The safer form of revision " + script.id() + " is not proven: " + proof, byHand());
            }
        }
        List<UndescribedDifference> left = end(changed, wanted).since(end);
        if (!left.isEmpty()) {
            throw new NotFixedException(
                    "The safer form of revision " + script.id() + " ends in another schema than the original: "
                            + CappedList.of(left, "; ") + ".",
                    byHand());
        }
        return changed;
    }

    private static String byHand() {
        return "Nothing was written. Follow the advice of each finding by hand.";
    }
}

/** Finds the comments between the statements of a section. */
final class SourceTexts {

    private final String text;
    private int position;

    SourceTexts(String text) {
        this.text = text;
    }

    /** Returns the comment lines before the next statement; empty if there are none. */
    String before(String statement) {
        int start = text.indexOf(statement, position);
        if (start < 0) {
            return "";
        }
        String between = text.substring(position, start);
        position = start + statement.length();
        return between.lines().filter(line -> line.strip().startsWith("--")).collect(Collectors.joining("\n"));
    }
}
