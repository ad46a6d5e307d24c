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

/** Takes from a revision what would keep writers waiting while rows are read, for another one without a transaction. */
final class LockAvoidance {

    private final Set<QualifiedName> busy = new HashSet<>();
    private final Set<QualifiedName> referenced = new HashSet<>();
    private final List<Operation> now = new ArrayList<>();
    private final List<Operation> later = new ArrayList<>();

    private LockAvoidance(List<Operation> operations, Schema from, DiffOptions options) {
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

    /** What stays, in the transaction. */
    List<Operation> now() {
        return now;
    }

    /** What comes after it, outside of any. */
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
                || !(constraint instanceof ForeignKey || constraint instanceof Check)) {
            now.add(addition);
            return;
        }
        now.add(new AddConstraint(addition.table(), Constraints.notValid(constraint)));
        later.add(new ValidateConstraint(addition.table(), constraint.name(), constraint));
    }

    /** A foreign key may rest on it. */
    private boolean isReferenced(CreateIndex creation) {
        return creation.index().unique() && referenced.contains(creation.table());
    }
}
