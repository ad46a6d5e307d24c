package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.Change;
import dev.athanor.migration.javasource.JavaBody;
import dev.athanor.migration.operation.IrreversibleOperationException;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.template.JavaTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Represents a generated revision that resolves differences and is not written yet.
 *
 * @since 0.1.0
 */
public final class GeneratedRevision {

    private final Change change;
    private final TransactionMode transaction;
    private final ReviewNotes notes;

    GeneratedRevision(Change change, TransactionMode transaction, ReviewNotes notes) {
        this.change = change;
        this.transaction = transaction;
        this.notes = notes;
    }

    /** Returns the operations, and the operations that take them back. */
    public Change change() {
        return change;
    }

    /** Returns how the statements of the revision commit. */
    public TransactionMode transaction() {
        return transaction;
    }

    ReviewNotes notes() {
        return notes;
    }

    /** Returns the upgrade section in SQL. */
    public String upgrade() {
        return new SqlSection(notes.upgrade(), change.upgrade(), true).text();
    }

    /** Returns the downgrade section in SQL. */
    public String downgrade() {
        return new SqlSection(notes.downgrade(), change.downgrade(), false).text();
    }

    /**
     * Returns the methods of the revision in Java: a single one if each operation is taken back by its own reverse,
     * otherwise two.
     */
    List<JavaTemplate.Method> methods() {
        return reversesItself()
                ? List.of(new JavaMethod("change", notes.upgrade(), change.upgrade(), true).method())
                : List.of(
                        new JavaMethod("upgrade", notes.upgrade(), change.upgrade(), true).method(),
                        new JavaMethod("downgrade", notes.downgrade(), change.downgrade(), false).method());
    }

    private boolean reversesItself() {
        try {
            return Change.of(change.upgrade()).equals(change);
        } catch (IrreversibleOperationException e) {
            return false;
        }
    }
}

/**
 * Represents a method of a generated revision in Java.
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
