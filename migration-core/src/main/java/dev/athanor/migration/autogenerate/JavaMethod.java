package dev.athanor.migration.autogenerate;

import dev.athanor.migration.javasource.JavaBody;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.template.JavaTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A method of a generated revision in Java.
 *
 * @param marks whether steps that lose data are marked
 */
record JavaMethod(String name, List<ReviewNote> notes, List<Operation> operations, boolean marks) {

    JavaTemplate.Method method() {
        List<String> texts = new ArrayList<>();
        SortedSet<String> imports = new TreeSet<>();
        notes.forEach(note -> texts.add(text(note)));
        for (Operation operation : operations) {
            JavaBody body = JavaBody.of(List.of(operation));
            texts.add(mark(operation) + body.text());
            imports.addAll(body.imports());
        }
        return new JavaTemplate.Method(name, new JavaBody(String.join("\n", texts), imports));
    }

    private String mark(Operation operation) {
        return marks && operation.destructive() ? comment(SqlSection.DESTRUCTIVE) + "\n" : "";
    }

    private static String text(ReviewNote note) {
        String instead = note.instead()
                .map(operation ->
                        "\n" + JavaBody.of(List.of(operation)).text().indent(4).stripTrailing())
                .orElse("");
        return comment(note.text() + instead);
    }

    private static String comment(String text) {
        return text.lines().map(line -> ("// " + line).stripTrailing()).collect(Collectors.joining("\n"));
    }
}
