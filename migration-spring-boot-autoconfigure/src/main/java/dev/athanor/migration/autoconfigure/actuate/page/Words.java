package dev.athanor.migration.autoconfigure.actuate.page;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.status.MigrationStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats states, times and numbers for readers. */
final class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    static String of(State state) {
        return switch (state) {
            case AT_HEAD -> "At head";
            case AHEAD -> "Ahead";
            case PENDING -> "Pending";
            case RUNNING -> "Running";
            case FAILED -> "Failed";
            case NO_REVISIONS -> "No revisions";
            case DIVERGED -> "Diverged";
            case UNREACHABLE -> "Unreachable";
        };
    }

    /** Returns a sign beside the word, for readers who do not see the colour. */
    static String sign(State state) {
        return switch (state) {
            case AT_HEAD -> "\u2713";
            case AHEAD -> "\u2191";
            case PENDING, NO_REVISIONS -> "\u2026";
            case RUNNING -> "\u25B6";
            case FAILED, DIVERGED, UNREACHABLE -> "\u2715";
        };
    }

    static String style(State state) {
        return switch (state) {
            case AT_HEAD -> "good";
            case AHEAD, RUNNING -> "info";
            case PENDING, NO_REVISIONS -> "warn";
            case FAILED, DIVERGED, UNREACHABLE -> "bad";
        };
    }

    /** Returns the time in UTC, to the second. */
    static Node time(Instant instant) {
        return Node.element("time", TIME.format(instant)).with("datetime", instant);
    }

    static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        return duration.toHours() > 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    static String ids(Collection<RevisionId> ids) {
        return ids.isEmpty() ? "none" : ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }

    static String count(int number, String one) {
        return String.format(Locale.ROOT, "%,d ", number) + (number == 1 ? one : one + "s");
    }
}
