package dev.athanor.migration.batch;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.history.BatchBookmark;
import dev.athanor.migration.plan.Steps;

/**
 * Thrown if a statement in batches was changed after some of its batches had committed.
 *
 * @since 0.1.0
 */
public final class ChangedBatchException extends MigrationException {

    private static final long serialVersionUID = 1L;

    ChangedBatchException(BatchedStatement batched, BatchBookmark left) {
        super(
                "An earlier run of " + batched.place() + " walked table "
                        + batched.batch().table() + " up to key "
                        + left.reached() + " and changed " + left.changed()
                        + " rows, with another statement, table or key.",
                "Restore it, and the next run continues from there. Or let the new one begin with the first row:"
                        + " `migration repair " + Steps.script(batched.step()).id()
                        + " --statement-not-done`, then start again.");
    }
}
