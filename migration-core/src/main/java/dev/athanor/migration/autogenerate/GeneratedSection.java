package dev.athanor.migration.autogenerate;

import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.rendering.SqlText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Represents a section of a generated revision: comments, operations, comments.
 *
 * @param notes the comments before the operations
 * @param after the comments after the operations
 */
record GeneratedSection(List<ReviewNote> notes, List<MarkedOperation> operations, List<ReviewNote> after) {

    static GeneratedSection of(ReviewNote note) {
        return new GeneratedSection(List.of(note), List.of(), List.of());
    }

    String text() {
        return Stream.of(
                        notes.stream().map(GeneratedSection::text),
                        operations.stream().map(GeneratedSection::text),
                        after.stream().map(GeneratedSection::text))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n\n"));
    }

    private static String text(ReviewNote note) {
        return SqlText.comment(note.text()
                + note.instead().stream().map(GeneratedSection::indented).collect(Collectors.joining()));
    }

    private static String indented(Operation operation) {
        return "\n" + SqlText.of(List.of(operation)).indent(4).stripTrailing();
    }

    private static String text(MarkedOperation operation) {
        String mark =
                operation.mark().map(SqlText::comment).map(text -> text + "\n").orElse("");
        return mark + SqlText.of(List.of(operation.operation()));
    }
}
