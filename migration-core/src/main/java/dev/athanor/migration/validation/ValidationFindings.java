package dev.athanor.migration.validation;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.plan.DraftException;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptProblem;
import dev.athanor.migration.standing.BuildScripts;
import dev.athanor.migration.standing.ChangedScript;
import dev.athanor.migration.standing.ChangedScriptException;
import dev.athanor.migration.standing.DivergedException;
import dev.athanor.migration.standing.Standing;
import dev.athanor.migration.validation.ValidationReport.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds everything that is wrong with scripts, without throwing.
 *
 * @since 0.1.0
 */
public final class ValidationFindings {

    /** Advises on a build without revisions and a database without applied ones. */
    public static final String FIRST_REVISION =
            "Write the first one with `migration revision -m \"…\"`, or correct migration.locations.";

    private ValidationFindings() {}

    /** Says that a build has no revision, and where it has looked for revisions. */
    public static String noRevisions(BuildScripts build) {
        return "This build has no revision. " + DivergedException.searched(build);
    }

    static List<Finding> findings(InvalidScriptException invalid) {
        return ValidationFindings.findings(invalid.problems());
    }

    static List<Finding> findings(ScriptDirectory directory, BuildScripts build) {
        if (directory.scripts().isEmpty()) {
            return List.of(new Finding(noRevisions(build), FIRST_REVISION));
        }
        List<Finding> findings = new ArrayList<>();
        directory.scripts().forEach(script -> {
            draft(script).ifPresent(findings::add);
            findings.addAll(downgrade(script));
        });
        heads(directory).ifPresent(findings::add);
        return findings;
    }

    private static List<Finding> findings(List<ScriptProblem> problems) {
        return problems.stream()
                .map(problem -> new Finding(problem.describe(), problem.action()))
                .toList();
    }

    private static Optional<Finding> draft(RevisionScript script) {
        return script.draft()
                .map(mark -> new Finding(
                        script.at(mark.line()) + ": " + DraftException.problem(script),
                        "Complete its statements, and remove this line."));
    }

    private static List<Finding> downgrade(RevisionScript script) {
        return script.downgrade().accept(new Downgrade.Visitor<>() {
            @Override
            public List<Finding> reversible(Downgrade.Reversible reversible) {
                return ValidationFindings.findings(script.problems());
            }

            @Override
            public List<Finding> nothing(Downgrade.Nothing nothing) {
                return ValidationFindings.findings(script.problems());
            }

            @Override
            public List<Finding> irreversible(Downgrade.Irreversible irreversible) {
                return ValidationFindings.findings(script.problems());
            }

            @Override
            public List<Finding> empty(Downgrade.Empty empty) {
                return List.of(new Finding(
                        script.file().location() + ": the downgrade of revision " + script.id()
                                + " is empty, its upgrade is not.",
                        "Write statements that take the upgrade back; `-- @downgrade nothing` if it leaves the schema as it"
                                + " was; or `-- @downgrade irreversible` if there is no way back."));
            }

            @Override
            public List<Finding> unreadable(Downgrade.Unreadable unreadable) {
                return ValidationFindings.findings(unreadable.problems());
            }

            @Override
            public List<Finding> missing(Downgrade.Missing missing) {
                return List.of(new Finding(
                        script.file().location() + ": revision " + script.id() + " has no section `@downgrade`.",
                        "Write one; `-- @downgrade nothing` if the upgrade leaves the schema as it was; or"
                                + " `-- @downgrade irreversible` if there is no way back."));
            }
        });
    }

    private static Optional<Finding> heads(ScriptDirectory directory) {
        List<RevisionId> heads = directory.graph().heads();
        if (heads.size() < 2) {
            return Optional.empty();
        }
        String merge = heads.size() > CappedList.SHOWN ? "heads" : CappedList.of(heads, " ");
        return Optional.of(new Finding(
                "There are " + heads.size() + " heads: " + CappedList.of(heads) + ".",
                "Merge them with `migration merge " + merge + "`, or keep them and upgrade to `heads`."));
    }

    /** Returns the findings about how a database relates to a build. */
    public static List<Finding> findings(Standing standing, BuildScripts build) {
        return standing instanceof Standing.Diverged diverged
                ? List.of(new Finding(
                        DivergedException.problem(diverged.unknown(), build), DivergedException.action(build)))
                : List.of();
    }

    /**
     * Returns a finding for each applied script that has changed.
     *
     * @param scripts as {@link ChangedScriptException#find} gives them
     */
    public static List<Finding> changed(List<ChangedScript> scripts) {
        return scripts.stream()
                .map(script -> new Finding(script.complete(), script.action()))
                .toList();
    }
}
