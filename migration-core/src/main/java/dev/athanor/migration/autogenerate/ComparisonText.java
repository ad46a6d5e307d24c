package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.Difference;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.witness.UndescribedDifference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a report for readers: each difference under its table, with the side on which the object exists. */
final class ComparisonText {

    private static final String INDENT = "  ";

    private final ComparisonReport report;
    private final ComparisonReport.Style style;

    ComparisonText(ComparisonReport report, ComparisonReport.Style style) {
        this.report = report;
        this.style = style;
    }

    String text() {
        List<String> text = new ArrayList<>();
        text.add(headline());
        addDifferences(text);
        report.undescribed().forEach(one -> text.add(INDENT + one.place() + ": " + words(one)));
        if (!report.diff().differences().isEmpty()) {
            text.add(total());
        }
        List<String> lesser = report.lesserLines();
        if (!lesser.isEmpty()) {
            text.add("Lesser findings:");
            lesser.forEach(line -> text.add(INDENT + line));
        }
        report.coverage().text().ifPresent(text::add);
        report.leftOut().text().ifPresent(text::add);
        return String.join("\n", text);
    }

    private String headline() {
        int count = report.lines().size();
        return report.matches()
                ? "Nothing differs between the database and " + report.wanted() + "."
                : "The database differs from " + report.wanted() + " in " + count
                        + (count == 1 ? " place:" : " places:");
    }

    /** Adds the differences; parts of a table stand below it, where the table's own differences would be. */
    private void addDifferences(List<String> text) {
        List<Difference> differences = report.diff().differences();
        Map<SchemaObject, List<Difference>> onTables = differences.stream()
                .filter(one -> one.owner().isPresent())
                .collect(Collectors.groupingBy(one -> one.owner().orElseThrow()));
        differences.stream().map(ComparisonText::subject).distinct().sorted().forEach(subject -> {
            differences.stream()
                    .filter(one -> one.object().equals(subject))
                    .forEach(one -> text.add(INDENT + subject + ": " + words(one)));
            addParts(text, subject, onTables.getOrDefault(subject, List.of()));
        });
    }

    private static SchemaObject subject(Difference difference) {
        return difference.owner().orElse(difference.object());
    }

    private void addParts(List<String> text, SchemaObject table, List<Difference> parts) {
        if (!parts.isEmpty()) {
            text.add(INDENT + table + ":");
        }
        parts.forEach(one -> text.add(INDENT + INDENT + partName(one.object()) + ": " + words(one)));
    }

    private static String partName(SchemaObject object) {
        return object.kind().words() + " " + object.part();
    }

    private String words(Difference difference) {
        Place place = Place.of(difference);
        return style.colored(
                place,
                switch (place) {
                    case BEFORE, AFTER -> only(place);
                    case BOTH ->
                        difference
                                .values()
                                .map(values -> "differs: " + report.sides().both(values.before(), values.after()))
                                .orElse(difference.what());
                });
    }

    private String words(UndescribedDifference one) {
        return switch (one.kind()) {
                    case ADDED -> style.colored(Place.AFTER, only(Place.AFTER));
                    case REMOVED -> style.colored(Place.BEFORE, only(Place.BEFORE));
                    case CHANGED -> style.colored(Place.BOTH, "differs (" + String.join(", ", one.columns()) + ")");
                }
                + ", in a way that is not described";
    }

    private String only(Place place) {
        return "only in "
                + (place == Place.BEFORE
                        ? report.sides().before()
                        : report.sides().after());
    }

    private String total() {
        Map<Place, Long> counts = report.diff().differences().stream()
                .collect(Collectors.groupingBy(Place::of, () -> new EnumMap<>(Place.class), Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + words(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "Total: ", "."));
    }

    private String words(Place place, long count) {
        return switch (place) {
            case BEFORE, AFTER -> only(place);
            case BOTH -> count == 1 ? "differs" : "differ";
        };
    }
}
