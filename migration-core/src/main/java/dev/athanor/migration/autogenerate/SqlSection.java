package dev.athanor.migration.autogenerate;

import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.rendering.SqlText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Represents a section of a generated revision in SQL.
 *
 * @param marks whether steps that lose data are marked
 */
record SqlSection(List<ReviewNote> notes, List<Operation> operations, boolean marks) {

    static final String DESTRUCTIVE = "Destructive: the downgrade does not bring back what is lost here.";

    String text() {
        return Stream.concat(
                        notes.stream().map(SqlSection::text),
                        operations.stream().map(this::text))
                .collect(Collectors.joining("\n\n"));
    }

    private static String text(ReviewNote note) {
        String instead = note.instead()
                .map(operation ->
                        "\n" + SqlText.of(List.of(operation)).indent(4).stripTrailing())
                .orElse("");
        return SqlText.comment(note.text() + instead);
    }

    private String text(Operation operation) {
        String mark = marks && operation.destructive() ? SqlText.comment(DESTRUCTIVE) + "\n" : "";
        return mark + SqlText.of(List.of(operation));
    }
}
