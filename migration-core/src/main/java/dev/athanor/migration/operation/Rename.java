package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;

/**
 * Represents {@code RENAME} of any object.
 *
 * @param to the new name, in the same schema
 * @since 0.1.0
 */
public record Rename(ObjectName object, String to) implements Operation {

    public Rename {
        if (object.kind() == ObjectName.Kind.EXTENSION) {
            throw new MigrationException(
                    "Extension " + object.name() + " cannot be renamed.", "Leave it its name: others know it by that.");
        }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.rename(this);
    }

    @Override
    public Operation reverse() {
        return new Rename(object.renamed(to), object.ownName());
    }
}
