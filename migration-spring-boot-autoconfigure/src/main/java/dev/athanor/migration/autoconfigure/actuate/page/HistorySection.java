package dev.athanor.migration.autoconfigure.actuate.page;

import static dev.athanor.migration.autoconfigure.actuate.page.Node.element;
import static dev.athanor.migration.autoconfigure.actuate.page.Node.styled;

import dev.athanor.migration.autoconfigure.actuate.page.Node.Several;
import dev.athanor.migration.history.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists who did what, where, when and for how long, newest first. */
record HistorySection(List<HistoryEntry> entries) {

    private static final int OPEN = 20;

    Node node() {
        if (entries.isEmpty()) {
            return styled("p", "muted", "Nothing is recorded.");
        }
        if (entries.size() <= OPEN) {
            return table(entries);
        }
        List<HistoryEntry> older = entries.subList(OPEN, entries.size());
        String words = "Show " + Words.count(older.size(), "older step");
        return new Several(List.of(
                table(entries.subList(0, OPEN)), styled("details", "older", element("summary", words), table(older))));
    }

    private static Node table(List<HistoryEntry> entries) {
        List<Node> rows = new ArrayList<>();
        entries.forEach(entry -> rows.add(row(entry)));
        Node head = element(
                "tr",
                header("Outcome"),
                header("Step"),
                header("Message"),
                element("th", "When ", styled("span", "zone", "(UTC)")).with("scope", "col"),
                header("Took"),
                header("By"),
                header("Version"));
        return styled("div", "scroll", element("table", element("thead", head), element("tbody", new Several(rows))))
                .with("tabindex", "0")
                .with("role", "region")
                .with("aria-label", "History");
    }

    private static Node header(String text) {
        return element("th", text).with("scope", "col");
    }

    private static Node row(HistoryEntry entry) {
        return element(
                "tr",
                styled("td", entry.outcome().word(), outcome(entry)),
                element("td", entry.direction().word() + " ", styled("code", "ids", entry.revision())),
                styled("td", "said", firstLine(entry.message())),
                element("td", Words.time(entry.startedAt())),
                styled("td", "number", Words.duration(entry.duration())),
                element("td", by(entry)),
                element("td", Objects.requireNonNullElse(entry.applicationVersion(), "")));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static Node outcome(HistoryEntry entry) {
        String error = entry.error();
        String note = entry.note();
        if (error == null && note != null) {
            return element("span", entry.outcome().word() + ". " + note);
        }
        return error == null
                ? element("span", entry.outcome().word())
                : styled("details", "error", element("summary", entry.outcome().word()), element("pre", error));
    }

    private static String by(HistoryEntry entry) {
        return Stream.of(entry.databaseUser(), entry.host())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" on "));
    }
}
