package dev.athanor.migration.drawing;

import dev.athanor.migration.graph.RevisionId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is written at a revision.
 *
 * @param id the revision
 * @param marks in the order of {@link Mark}
 * @param labels the branch labels that it declares
 * @param message one line, possibly empty, without anything that could disturb a drawing
 */
record Node(RevisionId id, List<Mark> marks, List<String> labels, String message) {

    /** Everything before the message: {@code 4f1a (head) (pending) [billing]}. */
    String title() {
        return Stream.of(Stream.of(id.value()), marks.stream().map(Node::words), bracketed())
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }

    static String words(Mark mark) {
        return "(" + mark.word() + ")";
    }

    /** The labels together, where there are any. */
    Stream<String> bracketed() {
        return labels.isEmpty() ? Stream.empty() : Stream.of("[" + String.join(", ", labels) + "]");
    }
}
