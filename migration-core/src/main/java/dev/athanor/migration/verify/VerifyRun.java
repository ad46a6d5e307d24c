package dev.athanor.migration.verify;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs one pass from base to the heads, in which each revision is applied, and verified if requested. */
final class VerifyRun {

    private final ScriptDirectory scripts;
    private final VerifyPlan plan;
    private final VerifyState state;
    private final Consumer<RevisionProof> progress;
    private final List<RevisionProof> proofs = new ArrayList<>();
    private final Set<RevisionId> blocked = new HashSet<>();
    private @Nullable ChainRoundTrip chain;

    VerifyRun(ScriptDirectory scripts, VerifyPlan plan, VerifyState state, Consumer<RevisionProof> progress) {
        this.scripts = scripts;
        this.plan = plan;
        this.state = state;
        this.progress = progress;
    }

    void visit(RevisionId revision) {
        if (plan.verified().contains(revision)) {
            RevisionProof proof = proof(scripts.script(revision));
            proofs.add(proof);
            progress.accept(proof);
        } else {
            apply(scripts.script(revision));
        }
    }

    private RevisionProof proof(RevisionScript script) {
        Optional<VerifyFinding> obstacle = state.lost().or(() -> missing(script));
        if (obstacle.isPresent()) {
            blocked.add(script.id());
            return new RevisionProof(
                    script, Proof.UNPROVEN, RevisionEffect.UNKNOWN, List.of(obstacle.get()), Duration.ZERO);
        }
        return tried(script);
    }

    private Optional<VerifyFinding> missing(RevisionScript script) {
        return scripts.graph().needs(script.id(), EdgeKind.ALL).stream()
                .filter(blocked::contains)
                .findFirst()
                .map(VerifyFinding.NotReached::new);
    }

    private RevisionProof tried(RevisionScript script) {
        ChainRoundTrip known = chainSoFar();
        RevisionStep step = state.next(script);
        RevisionProof proof = RevisionRoundTrip.of(state, step);
        if (proof.effect() == RevisionEffect.UNKNOWN) {
            blocked.add(script.id());
        } else {
            known.add(step);
        }
        return proof;
    }

    private ChainRoundTrip chainSoFar() {
        ChainRoundTrip known = chain;
        if (known == null) {
            known = new ChainRoundTrip(state);
            chain = known;
        }
        return known;
    }

    private void apply(RevisionScript script) {
        RevisionStep step = state.next(script);
        state.failure(step.up()).ifPresent(VerifyRun::refuse);
        state.add(step);
        state.takeSnapshot();
    }

    private static void refuse(PlanFailure failed) {
        String place = failed.place().isEmpty() ? "" : " at " + failed.place();
        throw new MigrationException(
                "The upgrade of " + failed.revision() + " fails in an empty database" + place + ": " + failed.words(),
                "Correct it first: what is to be verified comes after it.");
    }

    List<RevisionProof> proofs() {
        return proofs;
    }

    /** Returns the result for all verified revisions in one go, if no revision above them is missing. */
    Optional<ChainProof> chainProof() {
        ChainRoundTrip known = chain;
        boolean complete = plan.whole() && blocked.isEmpty() && state.lost().isEmpty();
        return known == null || !complete ? Optional.empty() : known.proof();
    }
}
