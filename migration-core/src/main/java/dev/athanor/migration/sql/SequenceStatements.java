package dev.athanor.migration.sql;

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

/** Statements for sequences. */
final class SequenceStatements {

    private SequenceStatements() {}

    static List<String> of(SequenceOperation operation) {
        if (operation instanceof CreateSequence creation) {
            return create(creation);
        }
        if (operation instanceof DropSequence drop) {
            return List.of(Clauses.drop("SEQUENCE", Names.of(drop.name()), drop.options()));
        }
        if (operation instanceof AlterSequence change) {
            return alter(change);
        }
        SetSequenceOwner change = (SetSequenceOwner) operation;
        return List.of("ALTER SEQUENCE " + Names.of(change.name()) + " OWNED BY " + owner(change.to()));
    }

    private static List<String> create(CreateSequence creation) {
        Sequence sequence = creation.sequence();
        SequenceOptions options = sequence.options();
        List<String> statements = new ArrayList<>();
        statements.add("CREATE SEQUENCE" + Clauses.ifNotExists(creation.existence()) + " " + Names.of(sequence.name())
                + (options.type().equals("bigint") ? "" : " AS " + options.type()) + SequenceText.options(options)
                + (sequence.ownedBy() == null ? "" : " OWNED BY " + owner(sequence.ownedBy())));
        statements.addAll(CommentText.ifAny(ObjectName.of(Kind.SEQUENCE, sequence.name()), sequence.comment()));
        return statements;
    }

    private static List<String> alter(AlterSequence change) {
        List<String> clauses = clauses(change.from(), change.to());
        return clauses.isEmpty()
                ? List.of()
                : List.of("ALTER SEQUENCE " + Names.of(change.name()) + " " + String.join(" ", clauses));
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
