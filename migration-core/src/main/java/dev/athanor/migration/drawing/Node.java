package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the text that is shown at a revision.
 *
 * @param id the revision
 * @param marks the marks, in the order of {@link Mark}
 * @param labels the branch labels that the revision declares
 * @param message one line, possibly empty, without characters that could disturb a drawing
 */
record Node(RevisionId id, List<Mark> marks, List<String> labels, String message) {

    /** Returns everything before the message: {@code 4f1a (head) (pending) [billing]}. */
    String title() {
        return Stream.of(Stream.of(id.value()), marks.stream().map(Node::words), bracketed())
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }

    static String words(Mark mark) {
        return "(" + mark.word() + ")";
    }

    /** Returns all labels in one pair of brackets, or an empty stream if there are none. */
    Stream<String> bracketed() {
        return labels.isEmpty() ? Stream.empty() : Stream.of("[" + String.join(", ", labels) + "]");
    }
}
