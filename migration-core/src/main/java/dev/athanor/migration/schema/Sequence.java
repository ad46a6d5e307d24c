package dev.athanor.migration.schema;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Represents a sequence, other than the sequence of an identity column.
 *
 * @param ownedBy the column that owns the sequence; null if none does
 * @since 0.1.0
 */
public record Sequence(
        QualifiedName name,
        SequenceOptions options,
        @Nullable Owner ownedBy,
        @Nullable String comment) implements Definition {

    @Override
    public SchemaObject object() {
        return SchemaObject.of(ObjectKind.SEQUENCE, name);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.sequence(this);
    }

    @Override
    public Sequence withComment(@Nullable String other) {
        return new Sequence(name, options, ownedBy, other);
    }

    @Override
    public Optional<QualifiedName> owner() {
        return Optional.ofNullable(ownedBy).map(Owner::table);
    }

    /** Represents the column that owns a sequence: the sequence is dropped together with the column. */
    public record Owner(QualifiedName table, String column) {

        /** Returns a readable form, such as {@code users.id}. */
        @Override
        public String toString() {
            return table + "." + column;
        }
    }
}
