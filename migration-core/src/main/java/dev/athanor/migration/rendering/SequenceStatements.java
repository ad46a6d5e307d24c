package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.SequenceOperation;
import dev.athanor.migration.operation.SequenceOperation.AlterSequence;
import dev.athanor.migration.operation.SequenceOperation.CreateSequence;
import dev.athanor.migration.operation.SequenceOperation.DropSequence;
import dev.athanor.migration.operation.SequenceOperation.SetSequenceOwner;
import dev.athanor.migration.schema.Sequence;
import dev.athanor.migration.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders operations on sequences. */
final class SequenceStatements implements SequenceOperation.Visitor<List<String>> {

    private SequenceStatements() {}

    static List<String> of(SequenceOperation operation) {
        return operation.accept(new SequenceStatements());
    }

    @Override
    public List<String> createSequence(CreateSequence creation) {
        Sequence sequence = creation.sequence();
        SequenceOptions options = sequence.options();
        List<String> statements = new ArrayList<>();
        statements.add("CREATE SEQUENCE" + Clauses.ifNotExists(creation.existence()) + " " + Names.of(sequence.name())
                + (options.type().equals("bigint") ? "" : " AS " + options.type()) + SequenceText.options(options)
                + (sequence.ownedBy() == null ? "" : " OWNED BY " + owner(sequence.ownedBy())));
        statements.addAll(CommentText.ifAny(ObjectName.of(Kind.SEQUENCE, sequence.name()), sequence.comment()));
        return statements;
    }

    @Override
    public List<String> dropSequence(DropSequence drop) {
        return List.of(Clauses.drop("SEQUENCE", Names.of(drop.name()), drop.options()));
    }

    @Override
    public List<String> alterSequence(AlterSequence change) {
        List<String> clauses = clauses(change.from(), change.to());
        return clauses.isEmpty()
                ? List.of()
                : List.of("ALTER SEQUENCE " + Names.of(change.name()) + " " + String.join(" ", clauses));
    }

    @Override
    public List<String> setSequenceOwner(SetSequenceOwner change) {
        return List.of("ALTER SEQUENCE " + Names.of(change.name()) + " OWNED BY " + owner(change.to()));
    }

    private static List<String> clauses(@Nullable SequenceOptions from, SequenceOptions to) {
        if (from == null) {
            return SequenceText.all(to);
        }
        List<String> clauses = new ArrayList<>();
        if (!from.type().equals(to.type())) {
            clauses.add("AS " + to.type());
        }
        clauses.addAll(SequenceText.changes(from, to));
        return clauses;
    }

    private static String owner(Sequence.@Nullable Owner owner) {
        return owner == null ? "NONE" : Names.of(owner.table(), owner.column());
    }
}
