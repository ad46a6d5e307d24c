package dev.athanor.migration.verify;

import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the walk stands: the database, what is applied in it, and its latest photograph. */
final class Ground implements AutoCloseable {

    private final ScriptDirectory scripts;
    private final Supplier<Stage> stages;
    private final List<Passage> applied = new ArrayList<>();
    private Stage stage;
    private Heads rows = Heads.NONE;
    private Optional<Failure> lost = Optional.empty();
    private Schema now;

    Ground(ScriptDirectory scripts, Supplier<Stage> stages) {
        this.scripts = scripts;
        this.stages = stages;
        this.stage = stages.get();
        this.now = stage.photograph();
    }

    /** What applying a revision here means. */
    Passage next(RevisionScript script) {
        return new Passage(
                script, rows, rows.replace(scripts.graph().needs(script.id(), EdgeKind.ALL), List.of(script.id())));
    }

    /** Runs a plan; what it changed is not photographed yet. */
    Optional<Failure> failure(MigrationPlan plan) {
        try {
            stage.run(plan);
            return Optional.empty();
        } catch (MigrationFailedException e) {
            return Optional.of(Failure.of(e));
        }
    }

    /** From now on it counts as applied. */
    void add(Passage passage) {
        applied.add(passage);
        rows = passage.above();
    }

    Schema look() {
        now = stage.photograph();
        return now;
    }

    /** The latest photograph. */
    Schema now() {
        return now;
    }

    /** Another database with the same revisions applied, each once. */
    void rebuild() {
        stage.close();
        stage = stages.get();
        lost = applied.isEmpty() ? Optional.empty() : failure(Passage.up(applied));
        look();
    }

    /** What kept the latest database from being built; nothing can be tried then. */
    Optional<Finding> lost() {
        return lost.map(failure -> new Finding.NotRebuilt(failure.revision(), failure.words()));
    }

    @Override
    public void close() {
        stage.close();
    }
}
