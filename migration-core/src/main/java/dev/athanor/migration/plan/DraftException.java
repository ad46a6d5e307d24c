package dev.athanor.migration.plan;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.RevisionScript;
import java.util.List;
import java.util.Optional;

/**
 * Thrown if an upgrade would run a draft. Nothing has been touched.
 *
 * @since 0.1.0
 */
public final class DraftException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private DraftException(RevisionScript draft, List<RevisionId> before) {
        super(problem(draft), action(draft, before));
    }

    /**
     * Passes if no step is an upgrade to a draft.
     *
     * @throws DraftException for the first one
     */
    public static MigrationPlan requireNone(MigrationPlan plan) {
        in(plan).ifPresent(draft -> {
            throw draft;
        });
        return plan;
    }

    /**
     * Passes if none of the scripts is a draft.
     *
     * @throws DraftException for the first one
     */
    public static void requireNone(List<RevisionScript> scripts) {
        scripts.stream()
                .filter(script -> script.draft().isPresent())
                .findFirst()
                .ifPresent(draft -> {
                    throw new DraftException(draft, List.of());
                });
    }

    /** Returns what keeps an upgrade from running, where it would run a draft. */
    public static Optional<DraftException> in(MigrationPlan plan) {
        List<RevisionScript> scripts = plan.steps().stream()
                .filter(Step.Upgrade.class::isInstance)
                .map(step -> ((Step.Upgrade) step).script())
                .toList();
        List<RevisionId> ids = scripts.stream().map(RevisionScript::id).toList();
        return scripts.stream()
                .filter(script -> script.draft().isPresent())
                .findFirst()
                .map(draft -> new DraftException(
                        draft,
                        draft.revision().downRevisions().stream()
                                .filter(ids::contains)
                                .toList()));
    }

    /** Returns one sentence with the reason: {@code Revision b2 (add mail) is a draft: …}. */
    public static String problem(RevisionScript script) {
        String reason = script.draft().map(mark -> mark.reason().strip()).orElse("");
        String sentence = "Revision " + script.describe() + " is a draft" + (reason.isEmpty() ? "" : ": " + reason);
        return sentence.matches("(?s).*[.?!]") ? sentence : sentence + ".";
    }

    /** Returns what to do with a draft. */
    public static String action(RevisionScript script) {
        return "Complete its statements, and remove the line `-- Draft:` (" + place(script) + ").";
    }

    private static String action(RevisionScript draft, List<RevisionId> before) {
        return before.isEmpty()
                ? action(draft)
                : action(draft) + " Until then, `migration upgrade " + before.get(0) + "` runs what comes before it.";
    }

    /** Returns the file and the line of the mark. */
    public static String place(RevisionScript script) {
        return script.draft()
                .map(mark -> script.at(mark.line()))
                .orElse(script.file().location());
    }
}
