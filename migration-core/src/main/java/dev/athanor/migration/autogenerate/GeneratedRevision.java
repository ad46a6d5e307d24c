package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.Change;
import dev.athanor.migration.operation.IrreversibleOperationException;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.template.JavaTemplate;
import java.util.List;

/** A revision that makes up for what the database lacks, and is not written yet. */
public final class GeneratedRevision {

    private final Change change;
    private final TransactionMode transaction;
    private final ReviewNotes notes;

    GeneratedRevision(Change change, TransactionMode transaction, ReviewNotes notes) {
        this.change = change;
        this.transaction = transaction;
        this.notes = notes;
    }

    /** What it does, and what takes it back. */
    public Change change() {
        return change;
    }

    /** How its statements commit. */
    public TransactionMode transaction() {
        return transaction;
    }

    ReviewNotes notes() {
        return notes;
    }

    /** Its upgrade section in SQL. */
    public String upgrade() {
        return new SqlSection(notes.upgrade(), change.upgrade(), true).text();
    }

    /** Its downgrade section in SQL. */
    public String downgrade() {
        return new SqlSection(notes.downgrade(), change.downgrade(), false).text();
    }

    /** The same in Java: one method where each operation is taken back by its own reverse, otherwise two. */
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
