package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.autoconfigure.json.JsonTree;
import dev.athanor.migration.autoconfigure.json.StatusDescriptor.StepDescriptor;
import dev.athanor.migration.history.HistoryEntry;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints what was done to the database according to the history, newest first.
 *
 * @param entries the entries, oldest first
 */
record AppliedHistory(List<HistoryEntry> entries) {

    private List<HistoryEntry> newestFirst() {
        List<HistoryEntry> reversed = new ArrayList<>(entries);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Prints one line per step. */
    void print(Output output) {
        if (entries.isEmpty()) {
            output.say("Nothing is recorded: the database has no history.");
        }
        newestFirst().forEach(entry -> output.styled(line(entry)));
    }

    /** Prints each step with everything that is known about it. */
    void printVerbose(Output output) {
        newestFirst().forEach(entry -> {
            output.styled(line(entry));
            more(entry).forEach((name, value) -> output.styled(String.format("    %-11s%s", name, escaped(value))));
        });
    }

    private static String line(HistoryEntry entry) {
        String color = entry.succeeded() ? "@|green " : "@|red ";
        String host = entry.host() == null ? "" : " on " + entry.host();
        String version = entry.applicationVersion() == null ? "" : " (" + entry.applicationVersion() + ")";
        return entry.startedAt().truncatedTo(ChronoUnit.SECONDS) + " "
                + entry.direction().word() + " @|yellow "
                + entry.revision() + "|@ " + color + entry.outcome().word() + "|@ in "
                + entry.duration().toMillis() + " ms by " + escaped(entry.databaseUser() + host + version) + ", "
                + escaped(entry.message().lines().findFirst().orElse(""))
                + (entry.note() == null ? "" : ". " + escaped(entry.note()));
    }

    private static Map<String, String> more(HistoryEntry entry) {
        Map<String, String> more = new LinkedHashMap<>();
        more.put("run", entry.runId().toString());
        put(more, "script", entry.script());
        put(more, "checksum", entry.checksum());
        put(more, "error", entry.error());
        return more;
    }

    private static void put(Map<String, String> more, String name, @Nullable String value) {
        if (value != null) {
            more.put(name, value);
        }
    }

    /** Escapes text that others wrote, so that it is not taken for markup and cannot control a terminal. */
    private static String escaped(String text) {
        return text.replace("@|", "@ |").replaceAll("[\\p{Cntrl}&&[^\\n]]", "?").replace("\n", "\n               ");
    }

    List<Map<String, Object>> json() {
        return JsonTree.of(newestFirst().stream().map(StepDescriptor::of).toList());
    }
}
