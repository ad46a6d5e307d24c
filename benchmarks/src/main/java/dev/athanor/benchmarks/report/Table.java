package dev.athanor.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Results, row by row.
 *
 * @param columns the names of the columns
 * @param rows as many cells each as there are columns
 * @param note what to know when reading them
 */
public record Table(List<String> columns, List<List<String>> rows, String note) {

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** As Markdown, aligned for people who read it as it is. */
    public String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add(line(columns));
        lines.add(columns.stream()
                .map(column -> "-".repeat(width(columns.indexOf(column)) + 2))
                .collect(Collectors.joining("|", "|", "|")));
        rows.forEach(row -> lines.add(line(row)));
        return String.join("\n", lines) + "\n\n" + note + "\n";
    }

    private String line(List<String> cells) {
        List<String> padded = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            padded.add(String.format("%-" + width(column) + "s", cells.get(column)));
        }
        return padded.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private int width(int column) {
        int widest =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.max(widest, columns.get(column).length());
    }
}
