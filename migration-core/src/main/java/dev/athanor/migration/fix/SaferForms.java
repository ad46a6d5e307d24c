package dev.athanor.migration.fix;

import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.directive.AutoNames;
import dev.athanor.migration.lint.LintRule;
import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.ConstraintOperation.DropConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ValidateConstraint;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.IndexOperation.DropIndex;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.rendering.SqlText;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.Constraint.PrimaryKey;
import dev.athanor.migration.schema.Constraint.Unique;
import dev.athanor.migration.schema.Deferrability;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.IndexKey;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.sql.Identifier;
import dev.athanor.migration.sql.RangedStatement;
import dev.athanor.migration.sql.SqlSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a hazardous statement in a form that makes nobody wait for long. */
final class SaferForms {

    private static final Pattern REINDEX = Pattern.compile(
            "(?is)^(REINDEX\\s+(?:\\([^)]*\\)\\s*)?(?:INDEX|TABLE|SCHEMA))\\s+(?!CONCURRENTLY\\b)(.*)$");
    private static final Pattern REFRESH =
            Pattern.compile("(?is)^(REFRESH\\s+MATERIALIZED\\s+VIEW)\\s+(?!CONCURRENTLY\\b)(.*)$");
    private static final Pattern DETACH =
            Pattern.compile("(?is)^(ALTER\\s+TABLE\\b.*\\bDETACH\\s+PARTITION\\b.*?)\\s*$");

    private final ObservedStatement statement;
    private final Set<LintRule> rules;
    private final List<SaferPart> parts = new ArrayList<>();

    private SaferForms(ObservedStatement statement, Set<LintRule> rules) {
        this.statement = statement;
        this.rules = rules;
    }

    /**
     * Returns the parts that take the place of a statement.
     *
     * @param rules the rules with findings about the statement
     * @return empty if there is no safer form of it
     */
    static Optional<List<SaferPart>> of(ObservedStatement statement, Set<LintRule> rules) {
        SaferForms forms = new SaferForms(statement, rules);
        boolean safer = forms.bySpelling() || forms.byOperations();
        if (!safer && rules.contains(LintRule.WORK_AFTER_LOCK)) {
            forms.parts.clear();
            safer = forms.alone(statement.sql());
        }
        return safer ? Optional.of(List.copyOf(forms.parts)) : Optional.empty();
    }

    /** Returns a statement as it is, with statements that restore the schema. */
    static SaferPart kept(ObservedStatement statement, Set<String> tables) {
        return new SaferPart(SaferPart.TOGETHER, List.of(statement.sql() + ";"), reverse(statement), tables);
    }

    private static List<String> reverse(ObservedStatement statement) {
        List<Operation> back = SchemaDiff.between(statement.before(), statement.after(), DiffOptions.EXACT)
                .change()
                .downgrade();
        return back.isEmpty() ? List.of() : List.of(SqlText.of(back));
    }

    private boolean bySpelling() {
        String sql = statement.sql();
        Matcher reindex = REINDEX.matcher(sql);
        if (rules.contains(LintRule.REINDEX_BLOCKS) && reindex.matches()) {
            return alone(reindex.group(1) + " CONCURRENTLY " + reindex.group(2));
        }
        Matcher refresh = REFRESH.matcher(sql);
        if (rules.contains(LintRule.REFRESH_BLOCKS) && refresh.matches()) {
            return alone(refresh.group(1) + " CONCURRENTLY " + refresh.group(2));
        }
        Matcher detach = DETACH.matcher(sql);
        if (rules.contains(LintRule.DETACH_BLOCKS) && detach.matches()) {
            return alone(detach.group(1) + " CONCURRENTLY");
        }
        boolean rows = rules.contains(LintRule.UNBOUNDED_CHANGE) || rules.contains(LintRule.WORK_AFTER_LOCK);
        return rows && !statement.changesSchema() && inBatches(sql);
    }

    private boolean alone(String sql) {
        return parts.add(new SaferPart(SaferPart.ALONE, List.of(sql + ";"), reverse(statement), Set.of()));
    }

    private boolean inBatches(String sql) {
        try {
            RangedStatement ranged = RangedStatement.of(sql);
            RangedStatement.Walked walked = ranged.walked();
            return walked != null
                    && find(statement.before(), walked.table())
                            .flatMap(SaferForms::key)
                            .filter(key -> !ranged.assigned().contains(key))
                            .map(key -> parts.add(new SaferPart(
                                    new SaferPart.Mode.Batches(new Identifier(key).quotedIfNeeded()),
                                    List.of(sql + ";"),
                                    List.of(),
                                    Set.of())))
                            .orElse(false);
        } catch (SqlSyntaxException e) {
            return false; // it cannot run in batches
        }
    }

    /** Returns the only column of the primary key, by which batches walk a table. */
    private static Optional<String> key(Table table) {
        return table.constraints().stream()
                .filter(PrimaryKey.class::isInstance)
                .map(PrimaryKey.class::cast)
                .filter(key -> key.columns().size() == 1)
                .map(key -> key.columns().get(0))
                .findFirst();
    }

    private boolean byOperations() {
        List<Operation> operations = SchemaDiff.between(statement.before(), statement.after(), DiffOptions.EXACT)
                .change()
                .upgrade();
        boolean safer = false;
        List<Operation> keys = new ArrayList<>();
        for (Operation operation : operations) {
            if (isKey(operation)) {
                keys.add(operation); // after the columns are NOT NULL
            } else {
                safer |= add(operation);
            }
        }
        for (Operation operation : keys) {
            safer |= add(operation);
        }
        return safer;
    }

    private static boolean isKey(Operation operation) {
        return operation instanceof AddConstraint addition && addition.constraint() instanceof PrimaryKey;
    }

    /** Adds the parts for an operation, and returns whether they are safer than the operation itself. */
    private boolean add(Operation operation) {
        if (operation instanceof CreateIndex creation && existed(creation.table())) {
            return concurrently(creation.concurrently());
        }
        if (operation instanceof DropIndex removal) {
            return concurrently(removal.concurrently());
        }
        if (operation instanceof AddConstraint addition && existed(addition.table())) {
            return add(addition);
        }
        if (operation instanceof AlterColumn change && existed(change.table()) && setsOnlyNotNull(change)) {
            return notNull(change.table(), change.column());
        }
        if (operation instanceof AddColumn addition && rules.contains(LintRule.REWRITE)) {
            return filledLater(addition);
        }
        return plain(operation);
    }

    private boolean plain(Operation operation) {
        parts.add(together(List.of(operation), List.of(operation.reverse())));
        return false;
    }

    private boolean concurrently(Operation operation) {
        return parts.add(alone(List.of(operation), List.of(operation.reverse())));
    }

    private static boolean setsOnlyNotNull(AlterColumn change) {
        return change.changes().size() == 1
                && change.changes().get(0) instanceof ColumnChange.Nullability nullability
                && !nullability.nullable();
    }

    private boolean add(AddConstraint addition) {
        Constraint constraint = addition.constraint();
        if (constraint instanceof Check check && check.validated()) {
            return validatedLater(addition, check.withValidated(false));
        }
        if (constraint instanceof ForeignKey foreign && foreign.validated()) {
            return validatedLater(addition, foreign.withValidated(false));
        }
        if (constraint instanceof Unique unique) {
            return usingIndex(
                    addition, unique.columns(), unique.include(), unique.nullsNotDistinct(), unique.deferrability());
        }
        if (constraint instanceof PrimaryKey key) {
            return usingIndex(addition, key.columns(), key.include(), false, key.deferrability());
        }
        return plain(addition);
    }

    private boolean validatedLater(AddConstraint addition, Constraint notValid) {
        AddConstraint first = new AddConstraint(addition.table(), notValid);
        Operation second =
                new ValidateConstraint(addition.table(), addition.constraint().name(), addition.constraint());
        parts.add(together(List.of(first), List.of(first.reverse())));
        return parts.add(alone(List.of(second), List.of(second.reverse())));
    }

    private boolean usingIndex(
            AddConstraint addition,
            List<String> columns,
            List<String> include,
            boolean nullsNotDistinct,
            Deferrability deferrability) {
        Constraint constraint = addition.constraint();
        Index index = new Index(
                constraint.name(),
                "btree",
                true,
                nullsNotDistinct,
                columns.stream().map(IndexKey::ofColumn).toList(),
                include,
                null,
                Map.of(),
                true,
                null);
        String kind = constraint instanceof PrimaryKey ? "PRIMARY KEY" : "UNIQUE";
        List<String> up = new ArrayList<>();
        up.add(SqlText.of(List.of(new CreateIndex(addition.table(), index).concurrently())));
        up.add("ALTER TABLE " + sql(addition.table()) + " ADD CONSTRAINT " + sql(constraint.name()) + " " + kind
                + " USING INDEX " + sql(constraint.name()) + deferred(deferrability) + ";");
        if (constraint.comment() != null) {
            up.add("COMMENT ON CONSTRAINT " + sql(constraint.name()) + " ON " + sql(addition.table()) + " IS '"
                    + constraint.comment().replace("'", "''") + "';");
        }
        String down = SqlText.of(List.of(addition.reverse()));
        return parts.add(new SaferPart(
                SaferPart.ALONE, up, List.of(down), Set.of(addition.table().toString())));
    }

    private static String deferred(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private boolean notNull(QualifiedName table, String column) {
        return parts.add(required(table, column));
    }

    /**
     * Sets a column to NOT NULL without reading the rows under a strong lock, because a check proves that there is no
     * null. The check comes with it: a check that is not valid yet refuses changes of rows that still hold null.
     */
    private static SaferPart required(QualifiedName table, String column) {
        Check proof = proof(table, column);
        Operation notNull = new AlterColumn(table, column, List.of(new ColumnChange.Nullability(false)));
        return alone(
                List.of(
                        new AddConstraint(table, proof.withValidated(false)),
                        new ValidateConstraint(table, proof.name(), proof),
                        notNull,
                        new DropConstraint(table, proof)),
                List.of(notNull.reverse()));
    }

    private static Check proof(QualifiedName table, String column) {
        String name = AutoNames.first(table.name(), List.of(column), "proof");
        return new Check(name, sql(column) + " IS NOT NULL", false, true, null);
    }

    private boolean filledLater(AddColumn addition) {
        Column column = addition.column();
        Optional<String> key = find(statement.before(), addition.table()).flatMap(SaferForms::key);
        if (!(column.value() instanceof ColumnValue.Default) || key.isEmpty()) {
            return plain(addition);
        }
        QualifiedName table = addition.table();
        Operation add = new AddColumn(table, column.withNullable(true).withValue(ColumnValue.NONE));
        Operation value = new AlterColumn(
                table, column.name(), List.of(new ColumnChange.Value(ColumnValue.NONE, column.value())));
        parts.add(together(List.of(add, value), List.of(add.reverse())));
        String update = "UPDATE " + sql(table) + " SET " + sql(column.name()) + " = DEFAULT WHERE " + sql(column.name())
                + " IS NULL;";
        parts.add(new SaferPart(
                new SaferPart.Mode.Batches(sql(key.get())), List.of(update), List.of(), Set.of(table.toString())));
        return column.nullable() || parts.add(required(table, column.name()));
    }

    private boolean existed(QualifiedName table) {
        return find(statement.before(), table).isPresent();
    }

    private static Optional<Table> find(Schema schema, QualifiedName name) {
        return schema.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst();
    }

    private static SaferPart together(List<Operation> up, List<Operation> down) {
        return new SaferPart(
                SaferPart.TOGETHER, List.of(SqlText.of(up)), List.of(SqlText.of(down)), Set.copyOf(tables(up)));
    }

    private static SaferPart alone(List<Operation> up, List<Operation> down) {
        return new SaferPart(SaferPart.ALONE, List.of(SqlText.of(up)), List.of(SqlText.of(down)), Set.of());
    }

    private static List<String> tables(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> table(operation).stream())
                .map(QualifiedName::toString)
                .distinct()
                .toList();
    }

    private static Optional<QualifiedName> table(Operation operation) {
        if (operation instanceof AddConstraint addition) {
            return Optional.of(addition.table());
        }
        if (operation instanceof AddColumn addition) {
            return Optional.of(addition.table());
        }
        return operation instanceof AlterColumn change ? Optional.of(change.table()) : Optional.empty();
    }

    private static String sql(String name) {
        return new Identifier(name).quotedIfNeeded();
    }

    private static String sql(QualifiedName name) {
        String schema = name.schema();
        return schema == null ? sql(name.name()) : sql(schema) + "." + sql(name.name());
    }
}
