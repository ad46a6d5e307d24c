package dev.athanor.migration;

import dev.athanor.migration.history.DatabaseState;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.StampMode;
import dev.athanor.migration.session.Session;
import java.util.List;

/** What a command asks for; what there is to do for it depends on the database. */
sealed interface Goal {

    /**
     * Returns what there is to do.
     *
     * @param session for what the state does not hold
     */
    MigrationPlan plan(Planning planning, Session session, DatabaseState state);

    /** To have the targets applied, and all that they need. */
    record Upgrade(List<String> targets) implements Goal {

        private static final List<String> HEADS = List.of("heads");

        public Upgrade {
            targets = List.copyOf(targets);
        }

        /** Tells whether that is all that there is, which a {@link dev.athanor.migration.history.HeadMark} can settle. */
        boolean isEverything() {
            return targets.equals(HEADS);
        }

        @Override
        public MigrationPlan plan(Planning planning, Session session, DatabaseState state) {
            return planning.upgrade(session, state, targets);
        }
    }

    /** To have everything beyond the target taken back. */
    record Downgrade(String target) implements Goal {

        @Override
        public MigrationPlan plan(Planning planning, Session session, DatabaseState state) {
            return planning.downgrade(session, state, target);
        }
    }

    /** To have the version table say what the targets are, and nothing run. */
    record Stamp(List<String> targets, StampMode mode) implements Goal {

        public Stamp {
            targets = List.copyOf(targets);
        }

        @Override
        public MigrationPlan plan(Planning planning, Session session, DatabaseState state) {
            return planning.stamp(state, targets, mode);
        }
    }
}
