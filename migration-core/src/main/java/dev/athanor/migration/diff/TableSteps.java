package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.TableOperation.AlterTableStorage;
import dev.athanor.migration.operation.TableOperation.CreateTable;
import dev.athanor.migration.operation.TableOperation.DropTable;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Steps for whole tables; their foreign keys come after all tables and go before, until {@link InlineKeys} sees them. */
final class TableSteps implements Findings.Kind<Table> {

    private final Findings findings;

    private TableSteps(Findings findings) {
        this.findings = findings;
    }

    static List<Step> of(Findings findings) {
        Comparison comparison = findings.comparison();
        List<Table> from = new ArrayList<>(TableOrder.of(comparison.from().tables()));
        Collections.reverse(from);
        return findings.steps(from, TableOrder.of(comparison.to().tables()), new TableSteps(findings));
    }

    @Override
    public SchemaObject key(Table one) {
        return Keys.table(one.name());
    }

    @Override
    public List<Step> drop(Table one) {
        List<Step> steps = new ArrayList<>();
        RuleSteps.foreignKeys(one).forEach(foreign -> steps.add(RuleSteps.drop(one.name(), foreign)));
        steps.add(Step.drop(Rank.DROP_TABLE, new DropTable(withoutForeignKeys(one)), parts(one)));
        return steps;
    }

    @Override
    public List<Step> create(Table one) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.make(Rank.CREATE_TABLE, new CreateTable(withoutForeignKeys(one)), parts(one)));
        RuleSteps.foreignKeys(one).forEach(foreign -> steps.add(RuleSteps.create(one.name(), foreign)));
        return steps;
    }

    @Override
    public List<Step> alter(Table from, Table to) {
        List<Step> steps = new ArrayList<>();
        if (!from.storage().equals(to.storage())) {
            steps.add(Step.alter(
                    Rank.ALTER_TABLE, new AlterTableStorage(to.name(), from.storage(), to.storage()), key(to)));
        }
        steps.addAll(Comments.steps(ObjectName.of(ObjectName.Kind.TABLE, to.name()), from.comment(), to.comment()));
        steps.addAll(ColumnSteps.of(findings, from, to));
        steps.addAll(RuleSteps.of(findings, from, to));
        return steps;
    }

    private static Table withoutForeignKeys(Table table) {
        return table.withConstraints(table.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey))
                .toList());
    }

    /** All that comes and goes with a table. */
    private static List<SchemaObject> parts(Table table) {
        List<SchemaObject> parts = new ArrayList<>();
        parts.add(Keys.table(table.name()));
        table.columns().forEach(column -> {
            parts.add(Keys.column(table.name(), column.name()));
            parts.add(Keys.value(table.name(), column.name()));
        });
        withoutForeignKeys(table)
                .constraints()
                .forEach(constraint -> parts.add(Keys.constraint(table.name(), constraint.name())));
        table.indexes().forEach(index -> parts.add(Keys.index(table.name(), index.name())));
        return parts;
    }

    /** Whether columns that one form of a table does not list are its parents' instead. */
    static boolean changesParents(Table from, Table to) {
        return !Objects.equals(from.storage().partitionOf(), to.storage().partitionOf())
                || !from.storage().inherits().equals(to.storage().inherits());
    }
}
