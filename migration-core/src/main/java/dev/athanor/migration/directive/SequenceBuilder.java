package dev.athanor.migration.directive;

import dev.athanor.migration.operation.Existence;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Describes a sequence.
 *
 * @since 0.1.0
 */
public final class SequenceBuilder extends CountingBuilder<SequenceBuilder> {

    private final Naming naming;
    private Existence existence = Existence.EXPECTED;
    private Sequence.@Nullable Owner owner;
    private @Nullable String comment;

    SequenceBuilder(Naming naming) {
        super("bigint");
        this.naming = naming;
    }

    @Override
    SequenceBuilder self() {
        return this;
    }

    /** Sets {@code OWNED BY}: the sequence is dropped together with the column. */
    public SequenceBuilder ownedBy(String table, String column) {
        return ownedBy(naming.named(table), column);
    }

    /** Sets {@code OWNED BY} to a column of a table in another schema. */
    public SequenceBuilder ownedBy(QualifiedName table, String column) {
        owner = new Sequence.Owner(table, column);
        return this;
    }

    /** Sets the comment ({@code COMMENT ON}). */
    public SequenceBuilder comment(String text) {
        comment = text;
        return this;
    }

    /** Sets {@code IF NOT EXISTS}. */
    public SequenceBuilder ifNotExists() {
        existence = Existence.IF_NEEDED;
        return this;
    }

    Sequence sequence(String name) {
        return new Sequence(naming.named(name), options(), owner, comment);
    }

    Existence existence() {
        return existence;
    }
}
