package dev.athanor.migration.plan;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptProblem;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Thrown if a downgrade includes revisions that cannot be taken back. Nothing has been touched.
 *
 * @since 0.1.0
 */
public final class DowngradeRefusedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private final transient List<RevisionId> revisions;

    private DowngradeRefusedException(List<RevisionScript> refused, int planned, Optional<RevisionId> stop) {
        super(problem(refused, planned), action(refused, stop));
        this.revisions = refused.stream().map(RevisionScript::id).toList();
    }

    /**
     * Checks that every script can be taken back.
     *
     * @param canStopAt whether a downgrade to a revision takes something back, and only revisions that can be taken
     *     back
     * @throws DowngradeRefusedException if a script cannot be taken back
     */
    static void requireWayBack(List<RevisionScript> scripts, Predicate<RevisionId> canStopAt) {
        List<RevisionScript> refused = scripts.stream()
                .filter(script -> script.downgrade().wayBack().isEmpty())
                .toList();
        if (!refused.isEmpty()) {
            Optional<RevisionId> stop =
                    refused.stream().map(RevisionScript::id).filter(canStopAt).findFirst();
            throw new DowngradeRefusedException(refused, scripts.size(), stop);
        }
    }

    static boolean hasWayBack(RevisionScript script) {
        return script.downgrade() instanceof Downgrade.Reversible;
    }

    /** Returns the revisions that cannot be taken back, in the order of the downgrade. */
    public List<RevisionId> revisions() {
        return revisions;
    }

    private static String problem(List<RevisionScript> refused, int planned) {
        List<String> reasons = refused.stream()
                .map(script -> "  " + script.id() + " " + reason(script) + (script == last(refused) ? "" : ","))
                .toList();
        return "Of " + planned + (planned == 1 ? " revision" : " revisions") + " to take down, " + refused.size()
                + " cannot be, so nothing was touched:\n" + CappedList.lines(reasons) + ".";
    }

    private static RevisionScript last(List<RevisionScript> refused) {
        return refused.get(refused.size() - 1);
    }

    private static String reason(RevisionScript script) {
        if (!script.problems().isEmpty()) {
            ScriptProblem first = script.problems().get(0);
            return "has a downgrade that cannot be read: " + first.describe() + " " + withoutPeriod(first.action());
        }
        return words(script.downgrade()) + " (" + script.file().location() + ")";
    }

    /** Removes the final period, because the sentence becomes an item of a list that ends with its own punctuation. */
    private static String withoutPeriod(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String words(Downgrade downgrade) {
        return downgrade.accept(new Downgrade.Visitor<>() {
            @Override
            public String reversible(Downgrade.Reversible reversible) {
                throw new IllegalArgumentException("Not refused: " + reversible);
            }

            @Override
            public String nothing(Downgrade.Nothing nothing) {
                throw new IllegalArgumentException("Not refused: " + nothing);
            }

            @Override
            public String irreversible(Downgrade.Irreversible irreversible) {
                return "is marked irreversible";
            }

            @Override
            public String empty(Downgrade.Empty empty) {
                return "has an empty `-- @downgrade` section";
            }

            @Override
            public String unreadable(Downgrade.Unreadable unreadable) {
                throw new IllegalArgumentException("Its problems say why: " + unreadable);
            }

            @Override
            public String missing(Downgrade.Missing missing) {
                return "has no `-- @downgrade` section";
            }
        });
    }

    private static String action(List<RevisionScript> refused, Optional<RevisionId> stop) {
        String downgrade = refused.size() == 1 ? "its downgrade" : "their downgrades";
        String write = downgrade + " and accept the changed " + (refused.size() == 1 ? "script" : "scripts")
                + " with `migration repair`, or restore a backup;";
        return stop.map(id -> "Stop above " + id + " with `migration downgrade " + id + "`, write " + write)
                        .orElse("Write " + write)
                + " `migration stamp <revision>` changes only the version table.";
    }
}
