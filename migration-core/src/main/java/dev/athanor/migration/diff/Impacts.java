package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue.Generated;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.SchemaElement;
import dev.athanor.migration.schema.SchemaObject;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Determines what happens to each object: first by its own differences, then by those of the objects on which it
 * depends.
 */
final class Impacts {

    private final Comparison comparison;
    private final Inheritance after;
    private final Map<SchemaObject, Impact> impacts = new TreeMap<>();

    private Impacts(Comparison comparison) {
        this.comparison = comparison;
        this.after = new Inheritance(comparison.to());
    }

    static Impacts of(Comparison comparison) {
        Impacts impacts = new Impacts(comparison);
        comparison.before().names().forEach(object -> impacts.impacts.put(object, impacts.own(object)));
        impacts.spread();
        return impacts;
    }

    Impact of(SchemaObject object) {
        return impacts.getOrDefault(object, Impact.NONE);
    }

    boolean isRecreated(SchemaObject object) {
        return of(object) == Impact.RECREATED;
    }

    private Impact own(SchemaObject object) {
        SchemaObject counterpart = comparison.counterpart(object);
        SchemaElement before = comparison.before().get(object);
        SchemaElement after = counterpart == null ? null : comparison.after().get(counterpart);
        if (before == null || after == null) {
            return Impact.DROPPED;
        }
        if (before instanceof Constraint.Check && isDeclaredAnew(object)) {
            return Impact.RECREATED;
        }
        return before.equals(after) ? Impact.NONE : ElementKinds.of(before).impact(before, after, comparison);
    }

    /** Returns whether a child begins to declare an inherited check, which it can only before it inherits it. */
    private boolean isDeclaredAnew(SchemaObject check) {
        return after.descendants(check.name()).stream()
                .map(child -> SchemaObjects.constraint(child, String.valueOf(check.part())))
                .anyMatch(one -> comparison.after().get(one) instanceof Constraint.Check
                        && comparison.before().has(SchemaObjects.table(one.name()))
                        && !comparison.before().has(one));
    }

    private void spread() {
        boolean spreads = true;
        while (spreads) {
            spreads = false;
            for (Dependency dependency : comparison.needsBefore()) {
                spreads |= spread(dependency);
            }
        }
    }

    private boolean spread(Dependency dependency) {
        Impact cause = of(dependency.on());
        if (cause == Impact.NONE) {
            return false;
        }
        SchemaObject affected =
                SchemaObjects.isValue(dependency.dependent()) && generated(column(dependency.dependent())) != null
                        ? column(dependency.dependent())
                        : dependency.dependent();
        return worsen(affected, effect(affected, dependency.on(), cause));
    }

    private boolean worsen(SchemaObject object, Impact fate) {
        if (fate.compareTo(of(object)) <= 0) {
            return false;
        }
        impacts.put(object, fate);
        return true;
    }

    private Impact effect(SchemaObject dependent, SchemaObject on, Impact cause) {
        return switch (dependent.kind()) {
            case VIEW, FUNCTION, TRIGGER -> Impact.RECREATED;
            case LANGUAGE,
                    ACCESS_METHOD,
                    COLLATION,
                    CONVERSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    BASE_TYPE,
                    RANGE_TYPE,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TRANSFORM,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_TABLE,
                    RULE,
                    POLICY,
                    PUBLICATION,
                    PUBLICATION_TABLE,
                    PUBLICATION_SCHEMA,
                    EVENT_TRIGGER -> Impact.RECREATED;
            case STATISTICS -> effectOnStatistics(on, cause);
            case CONSTRAINT, INDEX -> effectOnRule(dependent, on, cause);
            case COLUMN ->
                SchemaObjects.isValue(dependent)
                        ? effectOnValue(dependent, on, cause)
                        : effectOnColumn(dependent, on, cause);
            case TABLE, SEQUENCE -> cause == Impact.RECREATED ? Impact.RECREATED : Impact.NONE;
            case DOMAIN, COMPOSITE_TYPE -> effectOnType(on, cause);
            case SCHEMA, EXTENSION, ENUM_TYPE -> Impact.NONE;
        };
    }

    /** Returns the effect on extended statistics, which PostgreSQL itself creates again if the type of a column changes. */
    private static Impact effectOnStatistics(SchemaObject on, Impact cause) {
        return cause == Impact.ALTERED && on.kind() == ObjectKind.COLUMN ? Impact.NONE : Impact.RECREATED;
    }

    /** Returns the effect on a type that contains another one, or whose check or default uses a function. */
    private Impact effectOnType(SchemaObject on, Impact cause) {
        boolean replaced =
                switch (on.kind()) {
                    case ENUM_TYPE -> cause == Impact.ALTERED || cause == Impact.RECREATED;
                    case DOMAIN, COMPOSITE_TYPE -> cause == Impact.RECREATED;
                    case FUNCTION -> cause == Impact.RECREATED || hasNamesake(on);
                    default -> false;
                };
        return replaced ? Impact.RECREATED : Impact.NONE;
    }

    /**
     * Returns the effect on a constraint or index. PostgreSQL itself rebuilds those of a column whose type changes;
     * only foreign keys are created again if the old and the new type are not comparable, or if the column is included in
     * the index of the key that they refer to, and all of them if the column leaves its type for a while: its index may
     * have a method that does not know the type in between.
     */
    private Impact effectOnRule(SchemaObject dependent, SchemaObject on, Impact cause) {
        if (cause != Impact.ALTERED || on.kind() != ObjectKind.COLUMN || detours(on)) {
            return Impact.RECREATED;
        }
        return comparison.before().get(dependent) instanceof Constraint.ForeignKey foreign
                        && !(compares(foreign, on) && staysComparable(on))
                ? Impact.RECREATED
                : Impact.NONE;
    }

    private static boolean compares(Constraint.ForeignKey foreign, SchemaObject column) {
        return foreign.columns().contains(column.part())
                || foreign.referencedColumns().contains(column.part());
    }

    /**
     * Returns whether a column has another type for a while. PostgreSQL would write its rules anew for that type, and
     * leave out the conversions in them.
     */
    private boolean detours(SchemaObject column) {
        return comparison.before().get(column) instanceof Column found
                && TypeUse.between(found, comparison, this).isPresent();
    }

    private boolean staysComparable(SchemaObject column) {
        return comparison.before().get(column) instanceof Column before
                && comparison.after().get(column) instanceof Column after
                && !before.type().equals(after.type())
                && TypeNames.areComparable(before.type(), after.type());
    }

    private Impact effectOnColumn(SchemaObject column, SchemaObject on, Impact cause) {
        if (on.kind() == ObjectKind.COLUMN && !on.name().equals(column.name())) {
            return cause;
        }
        if (generated(column) != null) {
            return Impact.RECREATED;
        }
        if (on.kind() == ObjectKind.TABLE) {
            return on.name().equals(column.name()) ? cause : Impact.NONE;
        }
        boolean ofType = on.kind() == ObjectKind.ENUM_TYPE || leavesForAWhile(on) && cause == Impact.RECREATED;
        return ofType ? Impact.ALTERED : Impact.NONE;
    }

    /** Returns whether a column can do without the object while that is created again, by another type meanwhile. */
    private static boolean leavesForAWhile(SchemaObject object) {
        return switch (object.kind()) {
            case DOMAIN, COMPOSITE_TYPE, BASE_TYPE, RANGE_TYPE, COLLATION -> true;
            default -> false;
        };
    }

    private Impact effectOnValue(SchemaObject value, SchemaObject on, Impact cause) {
        if (on.equals(column(value))) {
            return Impact.NONE;
        }
        return comesAgain(value, on, cause) ? Impact.RECREATED : Impact.NONE;
    }

    private boolean comesAgain(SchemaObject value, SchemaObject on, Impact cause) {
        if (cause == Impact.ALTERED) {
            return on.kind() == ObjectKind.ENUM_TYPE && changes(value);
        }
        return cause == Impact.RECREATED || on.kind() == ObjectKind.FUNCTION && hasNamesake(on);
    }

    private boolean hasNamesake(SchemaObject function) {
        return comparison.to().all(Function.class).stream()
                .anyMatch(other -> other.name().equals(function.name()));
    }

    private boolean changes(SchemaObject value) {
        return comparison.before().get(column(value)) instanceof Column before
                && comparison.after().get(column(value)) instanceof Column after
                && !before.value().equals(after.value());
    }

    private @Nullable Generated generated(SchemaObject column) {
        return comparison.before().get(column) instanceof Column found
                        && found.value() instanceof Generated generated
                        && !(comparison.after().get(column) instanceof Column wanted
                                && KeptValues.areKept(found, wanted))
                ? generated
                : null;
    }

    private static SchemaObject column(SchemaObject value) {
        return SchemaObjects.columnOf(value);
    }
}
