package dev.athanor.migration.script;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.RegisteredRevision;

/**
 * Represents the upgrade or the downgrade of a revision in Java. The object is created only when it is needed.
 *
 * @param revision the revision
 * @param direction the method to call
 * @since 0.1.0
 */
public record JavaCode(RegisteredRevision revision, Direction direction) {

    /** Lists the methods of a revision in Java. */
    public enum Direction {
        /** Calls the method that upgrades. */
        UPGRADE,
        /** Calls the method that downgrades. */
        DOWNGRADE
    }

    /**
     * Returns the object to run.
     *
     * @throws MigrationException if the object cannot be created; callers find out before anything has run
     */
    public JavaRevision instance() {
        try {
            return revision.instance().get();
        } catch (MigrationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MigrationException(
                    "Class " + revision.type().getName() + ", a revision in Java, cannot be created: " + e,
                    "See what it needs. Nothing was done.",
                    e);
        }
    }

    /** Runs the method. */
    public void run(Operations op) {
        if (direction == Direction.UPGRADE) {
            instance().upgrade(op);
        } else {
            instance().downgrade(op);
        }
    }

    /** Returns the method as Java's tools name it: {@code com.acme.FillNames.upgrade}. */
    public String describe() {
        return revision.type().getName() + (direction == Direction.UPGRADE ? ".upgrade" : ".downgrade");
    }
}
