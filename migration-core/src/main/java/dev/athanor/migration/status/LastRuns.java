package dev.athanor.migration.status;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.status.MigrationStatus.LastRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Assembles the latest run from its history rows. */
final class LastRuns {

    private LastRuns() {}

    static Optional<LastRun> latest(List<HistoryEntry> history) {
        if (history.isEmpty()) {
            return Optional.empty();
        }
        HistoryEntry last = history.get(history.size() - 1);
        List<HistoryEntry> run = history.stream()
                .filter(entry -> entry.runId().equals(last.runId()))
                .toList();
        Duration duration = run.stream().map(HistoryEntry::duration).reduce(Duration.ZERO, Duration::plus);
        return Optional.of(new LastRun(
                last.direction(),
                last.outcome(),
                run.get(0).startedAt(),
                duration,
                run.stream().map(HistoryEntry::revision).distinct().toList(),
                last.error()));
    }

    /** Returns the latest run if it failed at a revision that the plan still contains. */
    static Optional<LastRun> failed(List<HistoryEntry> history, MigrationPlan plan) {
        if (history.isEmpty() || !history.get(history.size() - 1).failed()) {
            return Optional.empty();
        }
        RevisionId revision = history.get(history.size() - 1).revision();
        boolean pending = plan.steps().stream().map(Step::revisions).anyMatch(ids -> ids.contains(revision));
        return pending ? latest(history) : Optional.empty();
    }
}
