package dev.athanor.migration.rendering;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.Exclusion;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.Constraint.NotNull;
import dev.athanor.migration.schema.Constraint.PrimaryKey;
import dev.athanor.migration.schema.Constraint.Unique;
import dev.athanor.migration.schema.ReferentialAction;
import java.util.List;
import java.util.stream.Collectors;

/** Formats the definition of a constraint: {@code CONSTRAINT users_pkey PRIMARY KEY (id)}. */
final class ConstraintText implements Constraint.Visitor<String> {

    private ConstraintText() {}

    static String of(Constraint constraint) {
        return "CONSTRAINT " + Names.of(constraint.name()) + " " + constraint.accept(new ConstraintText());
    }

    @Override
    public String primaryKey(PrimaryKey key) {
        return "PRIMARY KEY " + columns(key.columns(), key.withoutOverlaps()) + Clauses.include(key.include())
                + Clauses.deferrability(key.deferrability());
    }

    @Override
    public String check(Check check) {
        return "CHECK (" + check.expression() + ")" + (check.noInherit() ? " NO INHERIT" : "")
                + state(check.validated(), check.enforced());
    }

    @Override
    public String unique(Unique unique) {
        return "UNIQUE " + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "")
                + columns(unique.columns(), unique.withoutOverlaps()) + Clauses.include(unique.include())
                + Clauses.deferrability(unique.deferrability());
    }

    @Override
    public String foreignKey(ForeignKey key) {
        List<String> referenced = key.referencedColumns();
        return "FOREIGN KEY " + columns(key, key.columns()) + " REFERENCES " + Names.of(key.referencedTable())
                + (referenced.isEmpty() ? "" : " " + columns(key, referenced)) + (key.matchFull() ? " MATCH FULL" : "")
                + action("UPDATE", key.onUpdate()) + action("DELETE", key.onDelete())
                + (key.onDeleteColumns().isEmpty() ? "" : " " + Names.list(key.onDeleteColumns()))
                + Clauses.deferrability(key.deferrability()) + state(key.validated(), key.enforced());
    }

    private static String action(String event, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : " ON " + event + " " + action.sql();
    }

    private static String columns(List<String> columns, boolean withoutOverlaps) {
        String list = Names.list(columns);
        return withoutOverlaps ? list.substring(0, list.length() - 1) + " WITHOUT OVERLAPS)" : list;
    }

    private static String columns(ForeignKey key, List<String> columns) {
        if (!key.period()) {
            return Names.list(columns);
        }
        int last = columns.size() - 1;
        return columns.subList(0, last).stream()
                .map(column -> Names.of(column) + ", ")
                .collect(Collectors.joining("", "(", "PERIOD " + Names.of(columns.get(last)) + ")"));
    }

    private static String state(boolean validated, boolean enforced) {
        return enforced ? validated ? "" : " NOT VALID" : " NOT ENFORCED";
    }

    @Override
    public String notNull(NotNull constraint) {
        return "NOT NULL " + Names.of(constraint.column()) + (constraint.noInherit() ? " NO INHERIT" : "")
                + state(constraint.validated(), true);
    }

    @Override
    public String exclusion(Exclusion exclusion) {
        String elements = exclusion.elements().stream()
                .map(element -> IndexText.key(element.key()) + " WITH " + element.operator())
                .collect(Collectors.joining(", "));
        String predicate = exclusion.predicate();
        return "EXCLUDE USING " + Names.of(exclusion.method()) + " (" + elements + ")"
                + Clauses.include(exclusion.include()) + (predicate == null ? "" : " WHERE (" + predicate + ")")
                + Clauses.deferrability(exclusion.deferrability());
    }
}
