package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.Change;
import dev.athanor.migration.javasource.JavaBody;
import dev.athanor.migration.operation.IrreversibleOperationException;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.template.JavaTemplate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
    private final List<OpenDecision> decisions;
    private final Readiness readiness;

    /** Has no operations, and offers a place for comments. */
    static final GeneratedRevision EMPTY =
            new GeneratedRevision(Change.NONE, TransactionMode.TRANSACTIONAL, ReviewNotes.NONE);

    /** Tells whether a revision can run as it is. */
    private enum Readiness {
        READY,
        DRAFT
    }

    private GeneratedRevision(
            Change change,
            TransactionMode transaction,
            ReviewNotes notes,
            List<OpenDecision> decisions,
            Readiness readiness) {
        this.change = change;
        this.transaction = transaction;
        this.notes = notes;
        this.decisions = List.copyOf(decisions);
        this.readiness = readiness;
    }

    GeneratedRevision(Change change, TransactionMode transaction, ReviewNotes notes) {
        this(change, transaction, notes, List.of(), Readiness.READY);
    }

    /** Returns the same with comments about what a person decides on. */
    GeneratedRevision withComments(List<OpenDecision> open) {
        return new GeneratedRevision(change, transaction, notes, open, readiness);
    }

    /** Returns a revision that holds only what a person decides on, and is refused until then. */
    static GeneratedRevision draft(List<OpenDecision> open) {
        return new GeneratedRevision(
                Change.NONE, TransactionMode.TRANSACTIONAL, ReviewNotes.NONE, open, Readiness.DRAFT);
    }

    /** Returns the operations, and the operations that take them back. */
    public Change change() {
        return change;
    }

    /** Returns how the statements of the revision commit. */
    public TransactionMode transaction() {
        return transaction;
    }

    /** Returns why it is a draft; empty if it can run as it is. */
    public Optional<String> draft() {
        return readiness == Readiness.READY
                ? Optional.empty()
                : Optional.of(decisions.stream().map(OpenDecision::problem).collect(Collectors.joining(" ")));
    }

    ReviewNotes notes() {
        return notes;
    }

    /** Returns the upgrade section in SQL. */
    public String upgrade() {
        return upgradeSection().text();
    }

    private GeneratedSection upgradeSection() {
        return readiness == Readiness.DRAFT
                ? new GeneratedSection(notes.upgrade(), drafted(), List.of())
                : new GeneratedSection(
                        notes.upgrade(),
                        MarkedOperation.upgrade(change.upgrade()),
                        decisions.stream().map(OpenDecision::upgradeNote).toList());
    }

    /** Returns the downgrade section in SQL. */
    public String downgrade() {
        return downgradeSection().text();
    }

    private GeneratedSection downgradeSection() {
        List<OpenDecision> reversed = new ArrayList<>(decisions);
        Collections.reverse(reversed);
        if (readiness == Readiness.DRAFT) {
            List<MarkedOperation> operations = reversed.stream()
                    .flatMap(decision -> decision.downgrade().stream())
                    .map(MarkedOperation::of)
                    .toList();
            return new GeneratedSection(notes.downgrade(), operations, List.of());
        }
        List<ReviewNote> before = new ArrayList<>(notes.downgrade());
        reversed.forEach(decision -> before.add(decision.downgradeNote()));
        return new GeneratedSection(before, DowngradeRisks.marked(change.downgrade()), List.of());
    }

    /** Operations as they run once the draft is none any more, each group below its question. */
    private List<MarkedOperation> drafted() {
        List<MarkedOperation> drafted = new ArrayList<>();
        for (OpenDecision decision : decisions) {
            Optional<String> mark = Optional.of(decision.text());
            for (Operation operation : decision.upgrade()) {
                drafted.add(new MarkedOperation(operation, mark));
                mark = Optional.empty();
            }
        }
        return drafted;
    }

    /**
     * Returns the methods of the revision in Java: a single one if each operation is taken back by its own reverse,
     * otherwise two.
     */
    List<JavaTemplate.Method> methods() {
        return reversesItself()
                ? List.of(new JavaMethod("change", upgradeSection()).method())
                : List.of(
                        new JavaMethod("upgrade", upgradeSection()).method(),
                        new JavaMethod("downgrade", downgradeSection()).method());
    }

    private boolean reversesItself() {
        try {
            return decisions.isEmpty() && Change.of(change.upgrade()).equals(change);
        } catch (IrreversibleOperationException e) {
            return false;
        }
    }
}

/** Represents a method of a generated revision in Java. */
record JavaMethod(String name, GeneratedSection section) {

    JavaTemplate.Method method() {
        List<String> texts = new ArrayList<>();
        SortedSet<String> imports = new TreeSet<>();
        section.notes().forEach(note -> texts.add(text(note)));
        for (MarkedOperation marked : section.operations()) {
            JavaBody body = JavaBody.of(List.of(marked.operation()));
            texts.add(marked.mark().map(mark -> comment(mark) + "\n").orElse("") + body.text());
            imports.addAll(body.imports());
        }
        section.after().forEach(note -> texts.add(text(note)));
        return new JavaTemplate.Method(name, new JavaBody(String.join("\n", texts), imports));
    }

    private static String text(ReviewNote note) {
        return comment(
                note.text() + note.instead().stream().map(JavaMethod::indented).collect(Collectors.joining()));
    }

    private static String indented(Operation operation) {
        return "\n" + JavaBody.of(List.of(operation)).text().indent(4).stripTrailing();
    }

    private static String comment(String text) {
        return text.lines().map(line -> ("// " + line).stripTrailing()).collect(Collectors.joining("\n"));
    }
}
