package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation;
import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ConstraintOperation;
import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.DataOperation;
import dev.athanor.migration.operation.EnumOperation.CreateEnum;
import dev.athanor.migration.operation.ExtensionOperation;
import dev.athanor.migration.operation.FunctionOperation;
import dev.athanor.migration.operation.FunctionOperation.CreateFunction;
import dev.athanor.migration.operation.IndexOperation;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.NamespaceOperation;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.operation.ScriptedOperation;
import dev.athanor.migration.operation.ScriptedOperation.CreateObject;
import dev.athanor.migration.operation.SequenceOperation;
import dev.athanor.migration.operation.SequenceOperation.CreateSequence;
import dev.athanor.migration.operation.SetComment;
import dev.athanor.migration.operation.SettingsOperation;
import dev.athanor.migration.operation.TableOperation;
import dev.athanor.migration.operation.TableOperation.CreateTable;
import dev.athanor.migration.operation.TriggerOperation;
import dev.athanor.migration.operation.TypeOperation;
import dev.athanor.migration.operation.TypeOperation.CreateComposite;
import dev.athanor.migration.operation.TypeOperation.CreateDomain;
import dev.athanor.migration.operation.ViewOperation;
import dev.athanor.migration.operation.ViewOperation.CreateView;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.ColumnValue.Identity;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.View;
import dev.athanor.migration.sql.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Determines the names that an operation takes: names of relations and types, which share one namespace, and signatures
 * of functions.
 */
final class TakenNames implements Operation.Visitor<Stream<QualifiedName>> {

    private TakenNames() {}

    static Set<QualifiedName> by(Operation operation) {
        return operation.accept(new TakenNames()).collect(Collectors.toSet());
    }

    /** Returns the names that an operation gives up. */
    static Set<QualifiedName> freedBy(Operation operation) {
        return KeptValues.dropsExpression(operation) ? Set.of() : by(operation.reverse());
    }

    @Override
    public Stream<QualifiedName> table(TableOperation operation) {
        return operation instanceof CreateTable creation ? ofTable(creation.table()) : Stream.empty();
    }

    private static Stream<QualifiedName> ofTable(Table table) {
        Stream.Builder<QualifiedName> names = Stream.builder();
        names.add(table.name());
        table.columns().forEach(column -> ofValue(table.name(), column.name(), column.value())
                .forEach(names::add));
        table.indexes().forEach(index -> names.add(table.name().sibling(index.name())));
        table.constraints().stream()
                .filter(Constraints::hasIndex)
                .forEach(constraint -> names.add(table.name().sibling(constraint.name())));
        return names.build();
    }

    @Override
    public Stream<QualifiedName> column(ColumnOperation operation) {
        if (operation instanceof AddColumn addition) {
            return ofValue(
                    addition.table(),
                    addition.column().name(),
                    addition.column().value());
        }
        return operation instanceof AlterColumn alteration
                ? alteration.changes().stream()
                        .filter(ColumnChange.Value.class::isInstance)
                        .map(ColumnChange.Value.class::cast)
                        .flatMap(value -> ofValue(alteration.table(), alteration.column(), value.to()))
                : Stream.empty();
    }

    /** Returns the name of an identity's sequence, which PostgreSQL forms like that of a serial column. */
    private static Stream<QualifiedName> ofValue(QualifiedName table, String column, ColumnValue value) {
        return value instanceof Identity ? Stream.of(sequence(table, column)) : Stream.empty();
    }

    /** Returns the name that PostgreSQL gives the sequence of a column: the longer part is shortened first. */
    static QualifiedName sequence(QualifiedName table, String column) {
        int left = Identifier.MAX_BYTES - "__seq".length();
        int ofTable = bytes(table.name());
        int ofColumn = bytes(column);
        while (ofTable + ofColumn > left) {
            if (ofTable > ofColumn) {
                ofTable--;
            } else {
                ofColumn--;
            }
        }
        return table.sibling(clipped(table.name(), ofTable) + "_" + clipped(column, ofColumn) + "_seq");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String clipped(String text, int bytes) {
        String kept = text;
        while (bytes(kept) > bytes) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept;
    }

    @Override
    public Stream<QualifiedName> index(IndexOperation operation) {
        return operation instanceof CreateIndex creation
                ? Stream.of(creation.table().sibling(creation.index().name()))
                : Stream.empty();
    }

    @Override
    public Stream<QualifiedName> constraint(ConstraintOperation operation) {
        return operation instanceof AddConstraint addition && Constraints.hasIndex(addition.constraint())
                ? Stream.of(addition.table().sibling(addition.constraint().name()))
                : Stream.empty();
    }

    @Override
    public Stream<QualifiedName> type(TypeOperation operation) {
        if (operation instanceof CreateEnum creation) {
            return Stream.of(creation.type().name());
        }
        if (operation instanceof CreateDomain creation) {
            return Stream.of(creation.domain().name());
        }
        return operation instanceof CreateComposite creation
                ? Stream.of(creation.type().name())
                : Stream.empty();
    }

    @Override
    public Stream<QualifiedName> sequence(SequenceOperation operation) {
        return operation instanceof CreateSequence creation
                ? Stream.of(creation.sequence().name())
                : Stream.empty();
    }

    @Override
    public Stream<QualifiedName> view(ViewOperation operation) {
        if (!(operation instanceof CreateView creation)) {
            return Stream.empty();
        }
        View view = creation.view();
        return Stream.concat(Stream.of(view.name()), view.indexes().stream().map(index -> view.name()
                .sibling(index.name())));
    }

    @Override
    public Stream<QualifiedName> function(FunctionOperation operation) {
        return operation instanceof CreateFunction creation
                ? Stream.of(
                        FunctionDefinitions.signature(creation.function()),
                        FunctionDefinitions.overloads(creation.function()))
                : Stream.empty();
    }

    @Override
    public Stream<QualifiedName> rename(Rename operation) {
        return Stream.of(operation.object().name().sibling(operation.to()));
    }

    @Override
    public Stream<QualifiedName> trigger(TriggerOperation operation) {
        return Stream.empty();
    }

    @Override
    public Stream<QualifiedName> scripted(ScriptedOperation operation) {
        SchemaObject object = operation.object();
        if (!(operation instanceof CreateObject)) {
            return Stream.empty();
        }
        return switch (object.kind()) {
            case BASE_TYPE, RANGE_TYPE, FOREIGN_TABLE -> Stream.of(object.name());
            case AGGREGATE -> Stream.of(object.name().sibling(object.name().name() + "(" + object.part() + ")"));
            default -> Stream.empty();
        };
    }

    @Override
    public Stream<QualifiedName> extension(ExtensionOperation operation) {
        return Stream.empty();
    }

    @Override
    public Stream<QualifiedName> namespace(NamespaceOperation operation) {
        return Stream.empty();
    }

    @Override
    public Stream<QualifiedName> data(DataOperation operation) {
        return Stream.empty();
    }

    @Override
    public Stream<QualifiedName> settings(SettingsOperation operation) {
        return Stream.empty();
    }

    @Override
    public Stream<QualifiedName> comment(SetComment operation) {
        return Stream.empty();
    }
}
