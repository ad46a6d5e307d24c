package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.EnumOperation.CreateEnum;
import dev.athanor.migration.operation.FunctionOperation.CreateFunction;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.operation.SequenceOperation.CreateSequence;
import dev.athanor.migration.operation.TableOperation.CreateTable;
import dev.athanor.migration.operation.TypeOperation.CreateComposite;
import dev.athanor.migration.operation.TypeOperation.CreateDomain;
import dev.athanor.migration.operation.ViewOperation.CreateView;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.ColumnValue.Identity;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.View;
import java.util.HashSet;
import java.util.Set;

/** The names that operations take, of all that share the names of relations and types, and the signatures of functions. */
final class TakenNames {

    private final Set<QualifiedName> names = new HashSet<>();

    private TakenNames() {}

    static Set<QualifiedName> by(Operation operation) {
        TakenNames taken = new TakenNames();
        taken.add(operation);
        return taken.names;
    }

    private void add(Operation operation) {
        if (operation instanceof CreateTable creation) {
            addTable(creation.table());
        } else if (operation instanceof CreateView creation) {
            addView(creation.view());
        } else if (operation instanceof CreateEnum creation) {
            names.add(creation.type().name());
        } else if (operation instanceof CreateDomain creation) {
            names.add(creation.domain().name());
        } else if (operation instanceof CreateComposite creation) {
            names.add(creation.type().name());
        } else if (operation instanceof CreateSequence creation) {
            names.add(creation.sequence().name());
        } else {
            addPart(operation);
        }
    }

    private void addPart(Operation operation) {
        if (operation instanceof CreateIndex creation) {
            names.add(creation.table().sibling(creation.index().name()));
        } else if (operation instanceof AddConstraint addition && Constraints.hasIndex(addition.constraint())) {
            names.add(addition.table().sibling(addition.constraint().name()));
        } else if (operation instanceof CreateFunction creation) {
            names.add(Routines.signature(creation.function()));
        } else if (operation instanceof Rename rename) {
            names.add(rename.object().name().sibling(rename.to()));
        } else if (operation instanceof AddColumn addition) {
            addValue(
                    addition.table(),
                    addition.column().name(),
                    addition.column().value());
        } else if (operation instanceof AlterColumn alteration) {
            addAlteration(alteration);
        }
    }

    private void addAlteration(AlterColumn alteration) {
        for (ColumnChange change : alteration.changes()) {
            if (change instanceof ColumnChange.Value value) {
                addValue(alteration.table(), alteration.column(), value.to());
            }
        }
    }

    /** PostgreSQL names the sequence of an identity like that of a serial column. */
    private void addValue(QualifiedName table, String column, ColumnValue value) {
        if (value instanceof Identity) {
            names.add(table.sibling(table.name() + "_" + column + "_seq"));
        }
    }

    private void addTable(Table table) {
        names.add(table.name());
        table.columns().forEach(column -> addValue(table.name(), column.name(), column.value()));
        table.indexes().forEach(index -> names.add(table.name().sibling(index.name())));
        table.constraints().stream()
                .filter(Constraints::hasIndex)
                .forEach(constraint -> names.add(table.name().sibling(constraint.name())));
    }

    private void addView(View view) {
        names.add(view.name());
        view.indexes().forEach(index -> names.add(view.name().sibling(index.name())));
    }
}
