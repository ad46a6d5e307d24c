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

/** One pass from base to the heads: each revision is applied, and tried where that is asked for. */
final class Walk {

    private final ScriptDirectory scripts;
    private final Route route;
    private final Ground ground;
    private final Consumer<RevisionProof> progress;
    private final List<RevisionProof> proofs = new ArrayList<>();
    private final Set<RevisionId> blocked = new HashSet<>();
    private @Nullable Chain chain;

    Walk(ScriptDirectory scripts, Route route, Ground ground, Consumer<RevisionProof> progress) {
        this.scripts = scripts;
        this.route = route;
        this.ground = ground;
        this.progress = progress;
    }

    void visit(RevisionId revision) {
        if (route.verified().contains(revision)) {
            RevisionProof proof = proof(scripts.script(revision));
            proofs.add(proof);
            progress.accept(proof);
        } else {
            apply(scripts.script(revision));
        }
    }

    private RevisionProof proof(RevisionScript script) {
        Optional<Finding> obstacle = ground.lost().or(() -> missing(script));
        if (obstacle.isPresent()) {
            blocked.add(script.id());
            return new RevisionProof(script, Proof.UNPROVEN, Nature.UNKNOWN, List.of(obstacle.get()), Duration.ZERO);
        }
        return tried(script);
    }

    private Optional<Finding> missing(RevisionScript script) {
        return scripts.graph().needs(script.id(), EdgeKind.ALL).stream()
                .filter(blocked::contains)
                .findFirst()
                .map(Finding.NotReached::new);
    }

    private RevisionProof tried(RevisionScript script) {
        Chain known = chainSoFar();
        Passage passage = ground.next(script);
        RevisionProof proof = Trial.of(ground, passage);
        if (proof.nature() == Nature.UNKNOWN) {
            blocked.add(script.id());
        } else {
            known.add(passage);
        }
        return proof;
    }

    private Chain chainSoFar() {
        Chain known = chain;
        if (known == null) {
            known = new Chain(ground);
            chain = known;
        }
        return known;
    }

    private void apply(RevisionScript script) {
        Passage passage = ground.next(script);
        ground.failure(passage.up()).ifPresent(Walk::refuse);
        ground.add(passage);
        ground.look();
    }

    private static void refuse(Failure failed) {
        String place = failed.place().isEmpty() ? "" : " at " + failed.place();
        throw new MigrationException(
                "The upgrade of " + failed.revision() + " fails in an empty database" + place + ": " + failed.words(),
                "Correct it first: what is to be verified comes after it.");
    }

    List<RevisionProof> proofs() {
        return proofs;
    }

    /** All that were tried in one go, where nothing is missing above them. */
    Optional<ChainProof> chainProof() {
        Chain known = chain;
        boolean complete = route.whole() && blocked.isEmpty() && ground.lost().isEmpty();
        return known == null || !complete ? Optional.empty() : known.proof();
    }
}
