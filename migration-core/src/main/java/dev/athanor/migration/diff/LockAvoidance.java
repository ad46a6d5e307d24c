package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ValidateConstraint;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.TableOperation.CreateTable;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Moves the operations that would make writers wait while rows are read to a second revision, which runs without a
 * transaction.
 */
final class LockAvoidance {

    private final List<Operation> all;
    private final Set<QualifiedName> busy = new HashSet<>();
    private final Set<QualifiedName> referenced = new HashSet<>();
    private final List<Operation> now = new ArrayList<>();
    private final List<Operation> later = new ArrayList<>();

    private LockAvoidance(List<Operation> operations, Schema from, DiffOptions options) {
        this.all = operations;
        from.tables().stream()
                .filter(table -> table.storage().partitionBy() == null)
                .map(Table::name)
                .filter(options.busy())
                .forEach(busy::add);
        for (Operation operation : operations) {
            if (operation instanceof CreateTable creation) {
                busy.remove(creation.table().name());
            }
            if (operation instanceof AddConstraint addition && addition.constraint() instanceof ForeignKey foreign) {
                referenced.add(foreign.referencedTable());
            }
        }
    }

    static LockAvoidance of(List<Operation> operations, Schema from, DiffOptions options) {
        LockAvoidance locking = new LockAvoidance(operations, from, options);
        operations.forEach(options.locks() == DiffOptions.Locks.AVOIDED ? locking::add : locking.now::add);
        return locking;
    }

    /** Returns the operations that stay in the transaction. */
    List<Operation> now() {
        return now;
    }

    /** Returns the operations that follow, outside of any transaction. */
    List<Operation> later() {
        return later;
    }

    private void add(Operation operation) {
        if (operation instanceof AddConstraint addition && busy.contains(addition.table())) {
            add(addition);
        } else if (operation instanceof CreateIndex creation
                && busy.contains(creation.table())
                && !isReferenced(creation)) {
            later.add(creation.concurrently());
        } else {
            now.add(operation);
        }
    }

    private void add(AddConstraint addition) {
        Constraint constraint = addition.constraint();
        if (!Constraints.isValidated(constraint)
                || !Constraints.canBeNotValid(constraint)
                || constraint instanceof Check && isMerged(addition)) {
            now.add(addition);
            return;
        }
        now.add(new AddConstraint(addition.table(), Constraints.validated(constraint, false)));
        later.add(new ValidateConstraint(addition.table(), constraint.name(), constraint));
    }

    /** Returns whether a child declares the same check, so that neither can be dropped and added alone. */
    private boolean isMerged(AddConstraint addition) {
        return all.stream()
                .anyMatch(one -> one instanceof AddConstraint other
                        && other.constraint() instanceof Check
                        && other.constraint()
                                .name()
                                .equals(addition.constraint().name())
                        && !other.table().equals(addition.table()));
    }

    /** Returns whether a foreign key of the same revision may need the index. */
    private boolean isReferenced(CreateIndex creation) {
        return creation.index().unique() && referenced.contains(creation.table());
    }
}
