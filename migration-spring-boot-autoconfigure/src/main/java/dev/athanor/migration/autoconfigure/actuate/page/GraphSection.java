package dev.athanor.migration.autoconfigure.actuate.page;

import static dev.athanor.migration.autoconfigure.actuate.page.Node.element;
import static dev.athanor.migration.autoconfigure.actuate.page.Node.styled;

import dev.athanor.migration.autoconfigure.actuate.page.Node.Element;
import dev.athanor.migration.autoconfigure.actuate.page.Node.Ours;
import dev.athanor.migration.autoconfigure.actuate.page.Node.Several;
import dev.athanor.migration.autoconfigure.actuate.page.Node.Text;
import dev.athanor.migration.drawing.LaneLayout;
import dev.athanor.migration.drawing.SvgLanes;
import dev.athanor.migration.drawing.SvgLanes.Shape;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.lint.LintText;
import dev.athanor.migration.status.MigrationStatus.AppliedRevision;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Draws the revisions, newest first: lanes on the left, texts beside them, older revisions folded. */
final class GraphSection {

    /** Limits what is shown at once, and how much may follow without folding the rest. */
    private static final int RECENT = 100;

    private static final int SLACK = 20;
    private static final SvgLanes LANES = new SvgLanes(44, 22);
    private static final int BAR = 72;

    private final String database;
    private final LaneLayout layout;
    private final List<RevisionRow> rows;
    private final long longest;

    GraphSection(DatabaseView view) {
        Revisions revisions = new Revisions(view);
        this.database = view.status().database();
        this.layout = revisions.layout();
        this.rows = revisions.rows(layout);
        this.longest = rows.stream()
                .flatMap(row -> row.applied().stream())
                .map(AppliedRevision::duration)
                .filter(Objects::nonNull)
                .mapToLong(Duration::toMillis)
                .max()
                .orElse(0);
    }

    Node node() {
        if (rows.isEmpty()) {
            return styled("p", "muted", "This build has no revisions.");
        }
        int open = open();
        return open == rows.size() ? part(0, open) : new Several(List.of(part(0, open), folded(open)));
    }

    /** Returns how many rows stay open: everything that is not simply applied, unless there is too much of it. */
    private int open() {
        if (rows.size() <= RECENT + SLACK) {
            return rows.size();
        }
        int last = 0;
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index).state() == RowState.FAILED || rows.get(index).state() == RowState.RUNNING) {
                last = index;
            }
        }
        return Math.max(RECENT, Math.min(last + 1 + SLACK, rows.size()));
    }

    private Node folded(int from) {
        String words = "Show " + Words.count(rows.size() - from, "older revision");
        return styled("details", "older", element("summary", words), part(from, rows.size()));
    }

    private Node part(int from, int to) {
        String svg = String.join("", LANES.lines(layout, from, to, shapes(from, to)));
        List<Node> lines = new ArrayList<>();
        rows.subList(from, to).forEach(row -> lines.add(line(row)));
        return styled(
                "div", "graph", styled("div", "lane-box", new Ours(svg)), styled("ol", "rows", new Several(lines)));
    }

    private Function<RevisionId, Shape> shapes(int from, int to) {
        Map<RevisionId, Shape> shapes = new HashMap<>();
        rows.subList(from, to).forEach(row -> shapes.put(row.id(), row.state().shape()));
        return id -> shapes.getOrDefault(id, Shape.DOT);
    }

    private Element line(RevisionRow row) {
        return styled("li", row.state().word(), name(row), words(row), when(row), took(row));
    }

    private Node name(RevisionRow row) {
        String id = row.id().value();
        return styled("a", "id", id)
                .with("href", href(id))
                .with("data-revision", id)
                .with("title", id);
    }

    private static Node words(RevisionRow row) {
        List<Node> parts = new ArrayList<>();
        parts.add(styled("span", "message", row.message()).with("title", row.message()));
        if (row.state() != RowState.APPLIED) {
            parts.add(styled("span", "chip " + row.state().word(), row.state().word()));
        }
        if (row.head()) {
            parts.add(styled("span", "chip head", "head"));
        }
        row.finding().ifPresent(finding -> parts.add(chip(finding)));
        row.labels().forEach(label -> parts.add(styled("span", "chip label", label)));
        return styled("span", "words", new Several(parts));
    }

    /** Returns the worst finding of lint, by its rule; the text says what happens. */
    private static Node chip(LintFinding finding) {
        String severity = finding.severity().word();
        return styled(
                        "span",
                        "chip lint-" + severity,
                        severity + ": " + finding.rule().id())
                .with("title", LintText.message(finding));
    }

    private String href(String revision) {
        return "?database=" + encoded(database) + "&revision=" + encoded(revision);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Node when(RevisionRow row) {
        return styled(
                "span",
                "when",
                row.applied().map(AppliedRevision::appliedAt).map(Words::time).orElse(new Text("")));
    }

    private Node took(RevisionRow row) {
        Node took = row.applied().map(AppliedRevision::duration).map(this::took).orElse(new Text(""));
        return styled("span", "took", took);
    }

    private Node took(Duration duration) {
        long width = longest == 0 ? 1 : Math.max(1, BAR * duration.toMillis() / longest);
        Node bar = new Ours(
                "<svg class=\"bar\" width=\"%d\" height=\"8\" aria-hidden=\"true\"><rect width=\"%d\" height=\"8\" rx=\"2\"/></svg>"
                        .formatted(BAR, width));
        return new Several(List.of(bar, styled("span", "number", Words.duration(duration))));
    }
}
