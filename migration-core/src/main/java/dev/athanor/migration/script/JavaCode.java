package dev.athanor.migration.script;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.Operations;
import dev.athanor.migration.revision.RegisteredRevision;

/**
 * One way of a revision in Java; nothing is created until it is asked for.
 *
 * @param revision the revision
 * @param direction which of its methods
 * @since 0.1.0
 */
public record JavaCode(RegisteredRevision revision, Direction direction) {

    /** The methods. */
    public enum Direction {
        /** The method that upgrades. */
        UPGRADE,
        /** The method that downgrades. */
        DOWNGRADE
    }

    /** The object that will run; where it cannot be had, this says so before anything has run. */
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

    /** Runs it. */
    public void run(Operations op) {
        if (direction == Direction.UPGRADE) {
            instance().upgrade(op);
        } else {
            instance().downgrade(op);
        }
    }

    /** As Java's tools name it: {@code com.acme.FillNames.upgrade}. */
    public String describe() {
        return revision.type().getName() + (direction == Direction.UPGRADE ? ".upgrade" : ".downgrade");
    }
}
