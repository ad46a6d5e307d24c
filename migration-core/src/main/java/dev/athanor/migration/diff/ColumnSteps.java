package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ColumnOperation.DropColumn;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Steps for the columns of a table that stays. */
final class ColumnSteps implements Findings.Kind<Column> {

    private final Findings findings;
    private final QualifiedName table;

    private ColumnSteps(Findings findings, QualifiedName table) {
        this.findings = findings;
        this.table = table;
    }

    static List<Step> of(Findings findings, Table from, Table to) {
        ColumnSteps kind = new ColumnSteps(findings, to.name());
        List<Column> before = from.columns();
        List<Column> after = to.columns();
        if (TableSteps.changesParents(from, to)) {
            before = common(before, after);
            after = common(after, before);
        }
        return findings.steps(before, after, kind);
    }

    private static List<Column> common(List<Column> columns, List<Column> others) {
        List<String> names = others.stream().map(Column::name).toList();
        return columns.stream().filter(column -> names.contains(column.name())).toList();
    }

    @Override
    public SchemaObject key(Column one) {
        return Keys.column(table, one.name());
    }

    private SchemaObject value(Column one) {
        return Keys.value(table, one.name());
    }

    @Override
    public List<Step> drop(Column one) {
        return List.of(Step.drop(Rank.DROP_COLUMN, new DropColumn(table, one), Set.of(key(one), value(one))));
    }

    @Override
    public List<Step> create(Column one) {
        return List.of(Step.make(Rank.ADD_COLUMN, new AddColumn(table, one), Set.of(key(one), value(one))));
    }

    @Override
    public List<Step> alter(Column from, Column to) {
        String detour = detour(from, to);
        if (detour != null) {
            return through(detour, from, to);
        }
        if (!cuts(from, to)) {
            return alteration(from, to);
        }
        List<Step> steps = new ArrayList<>();
        steps.add(Step.drop(
                Rank.CUT_DEFAULT,
                new AlterColumn(table, from.name(), List.of(new ColumnChange.Value(from.value(), ColumnValue.NONE))),
                value(from)));
        steps.addAll(alteration(from.withValue(ColumnValue.NONE), to));
        return steps;
    }

    /** Whether it holds values of an enum type that is built anew. */
    private boolean isRebuilt(Column column) {
        return findings.comparison().from().enumTypes().stream()
                .filter(type -> Types.is(column.type(), type.name()))
                .anyMatch(type -> findings.fates().of(Keys.of(ObjectKind.ENUM_TYPE, type.name())) == Fate.DISTURBED);
    }

    /**
     * The type between two types that cannot follow each other: of a domain that is replaced the one below it; text between
     * enum types that are both built anew, since two columns may change between them crosswise.
     */
    private @Nullable String detour(Column from, Column to) {
        for (Domain domain : findings.comparison().from().domains()) {
            boolean replaced = findings.fates().isReplaced(Keys.of(ObjectKind.DOMAIN, domain.name()));
            if (replaced && Types.is(from.type(), domain.name())) {
                return domain.type() + (Types.isArray(from.type()) ? "[]" : "");
            }
        }
        boolean crosswise = !from.type().equals(to.type()) && isRebuilt(from) && isRebuilt(to);
        return crosswise ? Types.isArray(from.type()) ? "text[]" : "text" : null;
    }

    private List<Step> through(String type, Column from, Column to) {
        Column between = from.withType(type).withCollation(null).withValue(ColumnValue.NONE);
        List<Step> steps = new ArrayList<>();
        steps.add(Step.drop(
                Rank.CUT_DEFAULT,
                new AlterColumn(table, from.name(), Columns.changes(from, between)),
                Set.of(key(from), value(from))));
        if (!between.equals(to)) {
            steps.add(Step.make(
                    Rank.ALTER_COLUMN,
                    new AlterColumn(table, to.name(), Columns.changes(between, to)),
                    Set.of(key(to), value(to))));
        }
        return steps;
    }

    /** Whether what it held has to go first, and what it will hold comes later. */
    private boolean cuts(Column from, Column to) {
        return Columns.changesKind(from, to) || cutsValue(from);
    }

    private boolean cutsValue(Column from) {
        return findings.fates().isReplaced(value(from)) && from.value() instanceof ColumnValue.Default;
    }

    private List<Step> alteration(Column from, Column to) {
        if (from.equals(to)) {
            return List.of();
        }
        AlterColumn operation = new AlterColumn(table, to.name(), Columns.changes(from, to));
        Set<SchemaObject> removes = Columns.sameType(from, to) ? Set.of() : Set.of(key(to));
        Set<SchemaObject> makes = new HashSet<>(removes);
        Set<SchemaObject> releases = new HashSet<>(removes);
        if (!from.value().equals(to.value())) {
            makes.add(value(to));
        }
        if (!from.value().equals(to.value()) && !from.value().equals(ColumnValue.NONE)) {
            releases.add(value(from));
        }
        return List.of(new Step(Rank.ALTER_COLUMN, operation, releases, removes, makes));
    }
}
