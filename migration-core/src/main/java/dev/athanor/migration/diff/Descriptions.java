package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.ColumnValue.Default;
import dev.athanor.migration.schema.ColumnValue.Generated;
import dev.athanor.migration.schema.ColumnValue.Identity;
import dev.athanor.migration.schema.CompositeType;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.Extension;
import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.Namespace;
import dev.athanor.migration.schema.Sequence;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.Trigger;
import dev.athanor.migration.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In words, how two forms of one thing differ. */
final class Descriptions {

    private static final String NONE = "none";

    private final List<String> lines = new ArrayList<>();

    private Descriptions() {}

    static List<String> of(Object before, Object after) {
        Descriptions descriptions = new Descriptions();
        descriptions.add(before, after);
        return descriptions.lines;
    }

    private void add(String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            lines.add(what + " " + (before == null ? NONE : before) + " → " + (after == null ? NONE : after));
        }
    }

    /** For what is too long to be shown. */
    private void addLong(String what, Object before, Object after) {
        if (!before.equals(after)) {
            lines.add(what + " differs");
        }
    }

    private void comment(@Nullable String before, @Nullable String after) {
        add("comment", quoted(before), quoted(after));
    }

    private static @Nullable String quoted(@Nullable String text) {
        return text == null ? null : "'" + text + "'";
    }

    private void add(Object before, Object after) {
        if (before instanceof Column column) {
            addColumn(column, (Column) after);
        } else if (before instanceof Table table) {
            addTable(table, (Table) after);
        } else if (before instanceof Constraint constraint) {
            addConstraint(constraint, (Constraint) after);
        } else if (before instanceof Index index) {
            addIndex(index, (Index) after);
        } else {
            addOther(before, after);
        }
    }

    private void addColumn(Column before, Column after) {
        add("type", before.type(), after.type());
        add("collation", before.collation(), after.collation());
        if (before.nullable() != after.nullable()) {
            lines.add(after.nullable() ? "not null → nullable" : "nullable → not null");
        }
        addValue(before.value(), after.value());
        comment(before.comment(), after.comment());
    }

    private void addValue(ColumnValue before, ColumnValue after) {
        if (isDefault(before) && isDefault(after)) {
            add("default", expression(before), expression(after));
        } else if (before instanceof Identity one && after instanceof Identity other && sameOptions(one, other)) {
            add("identity", when(one), when(other));
        } else {
            add("value", words(before), words(after));
        }
    }

    private static boolean sameOptions(Identity one, Identity other) {
        return one.options().equals(other.options());
    }

    private static String when(Identity identity) {
        return identity.always() ? "always" : "by default";
    }

    private static boolean isDefault(ColumnValue value) {
        return value instanceof Default || value instanceof ColumnValue.None;
    }

    private static @Nullable String expression(ColumnValue value) {
        return value instanceof Default known ? known.expression() : null;
    }

    private static String words(ColumnValue value) {
        if (value instanceof Identity identity) {
            return "identity " + when(identity) + " " + identity.options();
        }
        if (value instanceof Generated generated) {
            return (generated.stored() ? "stored " : "virtual ") + generated.expression();
        }
        return value instanceof Default known ? "default " + known.expression() : NONE;
    }

    private void addTable(Table before, Table after) {
        add("unlogged", before.storage().unlogged(), after.storage().unlogged());
        add("partitioned by", before.storage().partitionBy(), after.storage().partitionBy());
        add("partition of", before.storage().partitionOf(), after.storage().partitionOf());
        add("inherits", before.storage().inherits(), after.storage().inherits());
        add("options", before.storage().options(), after.storage().options());
        comment(before.comment(), after.comment());
    }

    private void addConstraint(Constraint before, Constraint after) {
        if (!Constraints.structure(before).equals(Constraints.structure(after))) {
            add("definition", RuleText.of(before), RuleText.of(after));
        }
        if (Constraints.isValidated(before) != Constraints.isValidated(after)) {
            lines.add(Constraints.isValidated(after) ? "not valid → valid" : "valid → not valid");
        }
        comment(before.comment(), after.comment());
    }

    private void addIndex(Index before, Index after) {
        add("definition", RuleText.of(before), RuleText.of(after.withName(before.name())));
        if (before.valid() != after.valid()) {
            lines.add(after.valid() ? "not valid → valid" : "valid → not valid");
        }
        comment(before.comment(), after.comment());
    }

    private void addOther(Object before, Object after) {
        if (before instanceof EnumType type) {
            addEnum(type, (EnumType) after);
        } else if (before instanceof Domain domain) {
            addDomain(domain, (Domain) after);
        } else if (before instanceof CompositeType type) {
            addLong("list of attributes", type.attributes(), ((CompositeType) after).attributes());
            comment(type.comment(), ((CompositeType) after).comment());
        } else if (before instanceof Sequence sequence) {
            add("options", sequence.options(), ((Sequence) after).options());
            add("owner", sequence.ownedBy(), ((Sequence) after).ownedBy());
            comment(sequence.comment(), ((Sequence) after).comment());
        } else {
            addProgram(before, after);
        }
    }

    private void addEnum(EnumType before, EnumType after) {
        add("values", String.join(", ", before.values()), String.join(", ", after.values()));
        comment(before.comment(), after.comment());
    }

    private void addDomain(Domain before, Domain after) {
        add("type", before.type(), after.type());
        add("collation", before.collation(), after.collation());
        if (before.nullable() != after.nullable()) {
            lines.add(after.nullable() ? "not null → nullable" : "nullable → not null");
        }
        add("default", before.defaultExpression(), after.defaultExpression());
        addLong("list of checks", before.checks(), after.checks());
        comment(before.comment(), after.comment());
    }

    private void addProgram(Object before, Object after) {
        if (before instanceof View view) {
            addView(view, (View) after);
        } else if (before instanceof Function function) {
            addLong("definition", function.definition(), ((Function) after).definition());
            comment(function.comment(), ((Function) after).comment());
        } else if (before instanceof Trigger trigger) {
            add("definition", trigger.definition(), ((Trigger) after).definition());
            add("firing", trigger.firing(), ((Trigger) after).firing());
            comment(trigger.comment(), ((Trigger) after).comment());
        } else if (before instanceof Extension extension) {
            add("version", extension.version(), ((Extension) after).version());
        } else if (before instanceof Namespace namespace) {
            comment(namespace.comment(), ((Namespace) after).comment());
        }
    }

    private void addView(View before, View after) {
        add("materialized", before.materialized(), after.materialized());
        addLong("definition", before.definition(), after.definition());
        add("options", before.options(), after.options());
        comment(before.comment(), after.comment());
    }
}
