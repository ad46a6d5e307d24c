package dev.athanor.migration.status;

import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.status.MigrationStatus.LastRun;
import dev.athanor.migration.status.MigrationStatus.PendingRevision;
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

    /**
     * Returns the step at which the latest run failed, if its revision is still pending. A repair does not count as a
     * run.
     */
    static Optional<HistoryEntry> failed(List<HistoryEntry> history, List<PendingRevision> pending) {
        return history.stream()
                .filter(entry -> entry.direction() != Direction.REPAIR)
                .reduce((earlier, later) -> later)
                .filter(HistoryEntry::failed)
                .filter(last -> pending.stream()
                        .anyMatch(revision -> revision.revision().equals(last.revision())));
    }
}
