package dev.athanor.migration.rendering;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.Exclusion;
import dev.athanor.migration.schema.Constraint.ForeignKey;
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
        return "PRIMARY KEY " + Names.list(key.columns()) + Clauses.include(key.include())
                + Clauses.deferrability(key.deferrability());
    }

    @Override
    public String check(Check check) {
        return "CHECK (" + check.expression() + ")" + (check.noInherit() ? " NO INHERIT" : "")
                + notValid(check.validated());
    }

    @Override
    public String unique(Unique unique) {
        return "UNIQUE " + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "") + Names.list(unique.columns())
                + Clauses.include(unique.include()) + Clauses.deferrability(unique.deferrability());
    }

    @Override
    public String foreignKey(ForeignKey key) {
        List<String> referenced = key.referencedColumns();
        return "FOREIGN KEY " + Names.list(key.columns()) + " REFERENCES " + Names.of(key.referencedTable())
                + (referenced.isEmpty() ? "" : " " + Names.list(referenced)) + (key.matchFull() ? " MATCH FULL" : "")
                + action("UPDATE", key.onUpdate()) + action("DELETE", key.onDelete())
                + (key.onDeleteColumns().isEmpty() ? "" : " " + Names.list(key.onDeleteColumns()))
                + Clauses.deferrability(key.deferrability()) + notValid(key.validated());
    }

    private static String action(String event, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : " ON " + event + " " + action.sql();
    }

    private static String notValid(boolean validated) {
        return validated ? "" : " NOT VALID";
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
