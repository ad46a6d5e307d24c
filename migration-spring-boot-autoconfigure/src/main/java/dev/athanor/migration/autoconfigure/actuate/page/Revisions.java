package dev.athanor.migration.autoconfigure.actuate.page;

import dev.athanor.migration.drawing.LaneLayout;
import dev.athanor.migration.drawing.LaneRow;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.MigrationStatus.AppliedRevision;
import dev.athanor.migration.status.MigrationStatus.LastRun;
import dev.athanor.migration.status.MigrationStatus.RunInProgress;
import dev.athanor.migration.status.MigrationStatus.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Collects the revisions of a page: those of this build, and those that only a newer release has. */
final class Revisions {

    private final MigrationStatus status;
    private final Map<RevisionId, RevisionScript> scripts;
    private final Map<RevisionId, AppliedRevision> applied;
    private final RevisionGraph graph;
    private final Set<RevisionId> heads;
    private final Set<RevisionId> running;
    private final Set<RevisionId> failed;
    private final Optional<LintReport> linted;

    Revisions(DatabaseView view) {
        this.status = view.status();
        this.scripts = view.scripts().stream().collect(Collectors.toMap(RevisionScript::id, Function.identity()));
        this.applied = status.applied().stream()
                .collect(Collectors.toMap(AppliedRevision::revision, Function.identity(), (first, last) -> last));
        this.graph = graph(view);
        this.heads = new HashSet<>(status.heads().ids());
        this.running =
                status.running().map(RunInProgress::revisions).map(Set::copyOf).orElse(Set.of());
        this.failed = failed(status);
        this.linted = view.linted();
    }

    private static RevisionGraph graph(DatabaseView view) {
        List<Revision> known =
                view.scripts().stream().map(RevisionScript::revision).toList();
        List<Revision> all = new ArrayList<>(known);
        view.status().applied().stream()
                .filter(applied -> !applied.known())
                .map(applied -> new Revision(applied.revision(), applied.revises(), List.of(), List.of()))
                .forEach(all::add);
        try {
            return RevisionGraph.of(all);
        } catch (MigrationException e) {
            return RevisionGraph.of(known);
        }
    }

    /** Returns the last revision of a failed run. */
    private static Set<RevisionId> failed(MigrationStatus status) {
        List<RevisionId> revisions = status.lastRun()
                .filter(run -> status.state() == State.FAILED && run.outcome() == Outcome.FAILED)
                .map(LastRun::revisions)
                .orElse(List.of());
        return revisions.isEmpty() ? Set.of() : Set.of(revisions.get(revisions.size() - 1));
    }

    LaneLayout layout() {
        return LaneLayout.of(graph, graph.history());
    }

    /** Returns the rows in the order of the layout. */
    List<RevisionRow> rows(LaneLayout layout) {
        return layout.rows().stream().map(LaneRow::revision).map(this::row).toList();
    }

    private RevisionRow row(RevisionId id) {
        Optional<AppliedRevision> entry = Optional.ofNullable(applied.get(id));
        Optional<RevisionScript> script = Optional.ofNullable(scripts.get(id));
        String message = script.map(RevisionScript::subject)
                .or(() -> entry.map(AppliedRevision::message))
                .orElse("");
        List<String> labels =
                script.map(found -> found.revision().branchLabels()).orElse(List.of());
        Optional<LintFinding> finding = linted.filter(report -> entry.isEmpty()).flatMap(report -> report.worst(id));
        return new RevisionRow(id, message, labels, state(id), heads.contains(id), entry, finding);
    }

    private RowState state(RevisionId id) {
        if (running.contains(id)) {
            return RowState.RUNNING;
        }
        if (failed.contains(id)) {
            return RowState.FAILED;
        }
        if (applied.containsKey(id) && !scripts.containsKey(id)) {
            return RowState.NEWER;
        }
        if (status.current().contains(id)) {
            return RowState.CURRENT;
        }
        return applied.containsKey(id) ? RowState.APPLIED : RowState.PENDING;
    }
}
