package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.Change;
import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ColumnOperation.DropColumn;
import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.ConstraintOperation.DropConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ValidateConstraint;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.IndexOperation.DropIndex;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.TableOperation.CreateTable;
import dev.athanor.migration.operation.TableOperation.DropTable;
import dev.athanor.migration.operation.TypeOperation.CreateDomain;
import dev.athanor.migration.operation.TypeOperation.DropDomain;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.IndexKey;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Operations whose expressions read as a person would write them. */
final class ReadableOperations {

    private final Map<QualifiedName, Table> tables = new HashMap<>();

    /**
     * Creates a rewriter. It uses the types of the second schema, and those of the first for tables that the second
     * lacks.
     */
    private ReadableOperations(Schema before, Schema after) {
        before.tables().forEach(table -> tables.put(table.name(), table));
        after.tables().forEach(table -> tables.put(table.name(), table));
    }

    /** Returns a change from one schema to another with such expressions. */
    static Change of(Change change, Schema from, Schema to) {
        return new Change(
                new ReadableOperations(from, to).all(change.upgrade()),
                new ReadableOperations(to, from).all(change.downgrade()));
    }

    private List<Operation> all(List<Operation> operations) {
        return operations.stream().map(this::readable).toList();
    }

    /**
     * Rewrites an operation. Other operations have no expression, or one about more than a table, such as the query
     * of a view.
     */
    private Operation readable(Operation operation) {
        if (operation instanceof CreateTable creation) {
            return new CreateTable(table(creation.table()), creation.existence());
        }
        if (operation instanceof DropTable drop && drop.definition() != null) {
            return new DropTable(drop.name(), table(drop.definition()), drop.options());
        }
        if (operation instanceof AddColumn addition) {
            return new AddColumn(addition.table(), column(addition.table(), addition.column()), addition.existence());
        }
        if (operation instanceof DropColumn drop && drop.definition() != null) {
            return new DropColumn(drop.table(), drop.name(), column(drop.table(), drop.definition()), drop.options());
        }
        if (operation instanceof AlterColumn alteration) {
            return alteration(alteration);
        }
        if (operation instanceof CreateDomain creation) {
            return new CreateDomain(domain(creation.domain()));
        }
        if (operation instanceof DropDomain drop && drop.definition() != null) {
            return new DropDomain(drop.name(), domain(drop.definition()), drop.options());
        }
        return onTable(operation);
    }

    private Operation onTable(Operation operation) {
        if (operation instanceof AddConstraint addition) {
            return new AddConstraint(
                    addition.table(), constraint(expressions(addition.table()), addition.constraint()));
        }
        if (operation instanceof DropConstraint drop && drop.definition() != null) {
            return new DropConstraint(
                    drop.table(),
                    drop.name(),
                    constraint(expressions(drop.table()), drop.definition()),
                    drop.options());
        }
        if (operation instanceof ValidateConstraint validation && validation.definition() != null) {
            return new ValidateConstraint(
                    validation.table(),
                    validation.name(),
                    constraint(expressions(validation.table()), validation.definition()));
        }
        if (operation instanceof CreateIndex creation) {
            return creation(creation);
        }
        if (operation instanceof DropIndex drop && drop.creation() != null) {
            return new DropIndex(drop.name(), creation(drop.creation()), drop.build(), drop.options());
        }
        return operation;
    }

    private ReadableExpression expressions(QualifiedName table) {
        Table known = tables.get(table);
        return known == null ? new ReadableExpression(Map.of()) : expressions(known);
    }

    private ReadableExpression expressions(Table table) {
        return new ReadableExpression(types(table));
    }

    /** Returns the types of the columns that a table declares or inherits. */
    private Map<String, String> types(Table table) {
        Map<String, String> types = new HashMap<>();
        table.parents().forEach(parent -> {
            if (tables.containsKey(parent)) {
                types.putAll(types(tables.get(parent)));
            }
        });
        Stream.concat(table.inherited().stream(), table.columns().stream())
                .forEach(column -> types.put(column.name(), column.type()));
        return types;
    }

    private Table table(Table table) {
        ReadableExpression expressions = expressions(table);
        return table.withColumns(values(expressions, table.columns()))
                .withInherited(values(expressions, table.inherited()))
                .withConstraints(table.constraints().stream()
                        .map(one -> constraint(expressions, one))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(one -> index(expressions, one))
                        .toList());
    }

    private static List<Column> values(ReadableExpression expressions, List<Column> columns) {
        return columns.stream()
                .map(column -> column.withValue(value(expressions, column.value(), column.type())))
                .toList();
    }

    private Column column(QualifiedName table, Column column) {
        return column.withValue(value(expressions(table), column.value(), column.type()));
    }

    private static ColumnValue value(ReadableExpression expressions, ColumnValue value, String type) {
        if (value instanceof ColumnValue.Default given) {
            return new ColumnValue.Default(ReadableExpression.ofDefault(given.expression(), type));
        }
        return value instanceof ColumnValue.Generated generated
                ? new ColumnValue.Generated(expressions.of(generated.expression()), generated.stored())
                : value;
    }

    /** Rewrites an alteration. If the type changes as well, a default may be of either type, and stays unchanged. */
    private Operation alteration(AlterColumn alteration) {
        Table table = tables.get(alteration.table());
        boolean changesType = alteration.changes().stream().anyMatch(ColumnChange.Type.class::isInstance);
        if (table == null || changesType) {
            return alteration;
        }
        ReadableExpression expressions = expressions(table);
        String type = expressions.types().getOrDefault(alteration.column(), "");
        return new AlterColumn(
                alteration.table(),
                alteration.column(),
                alteration.changes().stream()
                        .map(change -> change instanceof ColumnChange.Value value
                                ? new ColumnChange.Value(
                                        valueOrNull(expressions, value.from(), type),
                                        value(expressions, value.to(), type))
                                : change)
                        .toList(),
                alteration.reach());
    }

    private static @Nullable ColumnValue valueOrNull(
            ReadableExpression expressions, @Nullable ColumnValue value, String type) {
        return value == null ? null : value(expressions, value, type);
    }

    private static Constraint constraint(ReadableExpression expressions, Constraint constraint) {
        if (constraint instanceof Constraint.Check check) {
            return check(expressions, check);
        }
        if (constraint instanceof Constraint.Exclusion exclusion && exclusion.predicate() != null) {
            return new Constraint.Exclusion(
                    exclusion.name(),
                    exclusion.method(),
                    exclusion.elements(),
                    exclusion.include(),
                    expressions.of(exclusion.predicate()),
                    exclusion.deferrability(),
                    exclusion.comment());
        }
        return constraint;
    }

    private static Constraint.Check check(ReadableExpression expressions, Constraint.Check check) {
        return check.withExpression(expressions.of(check.expression()));
    }

    private CreateIndex creation(CreateIndex creation) {
        return new CreateIndex(
                creation.table(),
                index(expressions(creation.table()), creation.index()),
                creation.build(),
                creation.existence());
    }

    private static Index index(ReadableExpression expressions, Index index) {
        return new Index(
                index.name(),
                index.method(),
                index.unique(),
                index.nullsNotDistinct(),
                index.keys().stream().map(key -> key(expressions, key)).toList(),
                index.include(),
                index.predicate() == null ? null : expressions.of(index.predicate()),
                index.options(),
                index.valid(),
                index.comment());
    }

    private static IndexKey key(ReadableExpression expressions, IndexKey key) {
        return key.expression() == null
                ? key
                : new IndexKey(
                        null,
                        expressions.of(key.expression()),
                        key.collation(),
                        key.operatorClass(),
                        key.descending(),
                        key.nullsFirst());
    }

    /** Rewrites a domain, whose checks call their subject {@code VALUE}. */
    private static Domain domain(Domain domain) {
        ReadableExpression expressions = new ReadableExpression(Map.of("VALUE", domain.type()));
        String given = domain.defaultExpression();
        return new Domain(
                domain.name(),
                domain.type(),
                domain.collation(),
                domain.nullable(),
                given == null ? null : ReadableExpression.ofDefault(given, domain.type()),
                domain.checks().stream().map(check -> check(expressions, check)).toList(),
                domain.comment());
    }
}
