package dev.athanor.migration.verify;

import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Repeats steps in a second database, where the catalog reader reads the schema between them.
 *
 * <p>The witness decides for each revision whether it restores the schema. Only if it does not, the reader is needed to
 * describe the differences, and the states between the steps are gone by then.
 */
final class SecondReplay implements AutoCloseable {

    private final Supplier<ReplayDatabase> replays;
    private @Nullable ReplayDatabase replay;
    private List<RevisionStep> applied = List.of();

    SecondReplay(Supplier<ReplayDatabase> replays) {
        this.replays = replays;
    }

    /**
     * Returns the schema before the plans and after each of them, or an empty list if they cannot be repeated.
     *
     * @param before the revisions that are applied before
     * @param plans the plans
     * @param after the revisions that are applied afterwards
     */
    List<Schema> schemas(List<RevisionStep> before, List<MigrationPlan> plans, List<RevisionStep> after) {
        try {
            ReplayDatabase database = at(before);
            List<Schema> schemas = new ArrayList<>(List.of(database.schema()));
            for (MigrationPlan plan : plans) {
                database.run(plan);
                schemas.add(database.schema());
            }
            keep(plans.size() % 2 == 0 ? List.of() : after);
            return schemas;
        } catch (MigrationFailedException e) {
            close();
            return List.of();
        }
    }

    /** Keeps the database for later revisions if these are applied in it now, and not half of something. */
    private void keep(List<RevisionStep> after) {
        if (after.isEmpty()) {
            close();
        } else {
            applied = List.copyOf(after);
        }
    }

    private ReplayDatabase at(List<RevisionStep> before) {
        boolean follows = applied.size() <= before.size()
                && before.subList(0, applied.size()).equals(applied);
        if (!follows) {
            close();
        }
        ReplayDatabase database = replay;
        if (database == null) {
            database = replays.get();
            replay = database;
        }
        if (applied.size() < before.size()) {
            database.run(RevisionStep.up(before.subList(applied.size(), before.size())));
        }
        return database;
    }

    @Override
    public void close() {
        ReplayDatabase database = replay;
        replay = null;
        applied = List.of();
        if (database != null) {
            database.close();
        }
    }
}
