package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.Difference;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.witness.UndescribedDifference;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds the differences between a database and a wanted schema.
 *
 * @param wanted what the wanted schema is, for people
 * @param diff from the database to the wanted schema
 * @param undescribed the differences that only the witness sees; empty if there are others
 * @param coverage the schemas that this is about
 * @param leftOut tables of other tools, which were not compared
 * @param sides what the two sides are called in a line
 * @since 0.1.0
 */
public record ComparisonReport(
        String wanted,
        SchemaDiff diff,
        List<UndescribedDifference> undescribed,
        Coverage coverage,
        ToolTables leftOut,
        Sides sides) {

    public ComparisonReport {
        undescribed = List.copyOf(undescribed);
    }

    /** Returns whether the database is as wanted, regardless of the order of columns. */
    public boolean matches() {
        return diff.isEmpty() && undescribed.isEmpty();
    }

    /** Returns the differences, one per line, sorted: {@code column users.age: type integer → bigint}. */
    public List<String> lines() {
        return Stream.concat(
                        diff.differences().stream().map(Difference::toString),
                        undescribed.stream().map(Object::toString))
                .toList();
    }

    /** Returns lesser findings, one per line: columns in another order, or declared other than wanted. */
    public List<String> lesserLines() {
        return Stream.concat(diff.columnOrder().stream(), diff.declarations().stream())
                .map(Object::toString)
                .toList();
    }

    /** Returns the whole report for users. */
    public String text() {
        return text((place, words) -> words);
    }

    /** Returns the complete text for readers, with colours. */
    public String text(Style style) {
        return new ComparisonText(this, style).text();
    }

    /** Colours a report. */
    @FunctionalInterface
    public interface Style {

        /** Returns the words in the colour of the side that the thing is on. */
        String colored(Place place, String words);
    }
}
