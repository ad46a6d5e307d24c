package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue.Generated;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Dependency;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.Trigger;
import dev.athanor.migration.schema.View;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What becomes of each object: by its own differences, then by those of what it needs. */
final class Fates {

    private final Comparison comparison;
    private final Map<SchemaObject, Fate> fates = new TreeMap<>();

    private Fates(Comparison comparison) {
        this.comparison = comparison;
    }

    static Fates of(Comparison comparison) {
        Fates fates = new Fates(comparison);
        comparison.before().names().forEach(object -> fates.fates.put(object, fates.own(object)));
        fates.spread();
        return fates;
    }

    Fate of(SchemaObject object) {
        return fates.getOrDefault(object, Fate.STAYS);
    }

    boolean isReplaced(SchemaObject object) {
        return of(object) == Fate.REPLACED;
    }

    private Fate own(SchemaObject object) {
        SchemaObject counterpart = comparison.counterpart(object);
        Object before = comparison.before().get(object);
        Object after = counterpart == null ? null : comparison.after().get(counterpart);
        if (before == null || after == null) {
            return Fate.DROPPED;
        }
        return before.equals(after) ? Fate.STAYS : changed(before, after);
    }

    private Fate changed(Object before, Object after) {
        if (before instanceof Column column) {
            return Columns.fate(column, (Column) after);
        }
        if (before instanceof EnumType type) {
            return EnumChanges.inPlace(type, (EnumType) after, comparison) ? Fate.STAYS : Fate.DISTURBED;
        }
        return isAnother(before, after) ? Fate.REPLACED : Fate.STAYS;
    }

    private static boolean isAnother(Object before, Object after) {
        if (before instanceof Table table) {
            return !Objects.equals(
                    table.storage().partitionBy(), ((Table) after).storage().partitionBy());
        }
        if (before instanceof Constraint constraint) {
            return isAnother(constraint, (Constraint) after);
        }
        if (before instanceof Index index) {
            return !Constraints.structure(index).equals(Constraints.structure((Index) after));
        }
        return isAnotherDefinition(before, after);
    }

    private static boolean isAnother(Constraint before, Constraint after) {
        return !Constraints.structure(before).equals(Constraints.structure(after))
                || Constraints.isValidated(before) && !Constraints.isValidated(after);
    }

    private static boolean isAnotherDefinition(Object before, Object after) {
        if (before instanceof View view) {
            return isAnother(view, (View) after);
        }
        if (before instanceof Function function) {
            return !Routines.isReplaceable(function, (Function) after);
        }
        if (before instanceof Trigger trigger) {
            return !trigger.definition().equals(((Trigger) after).definition());
        }
        return before instanceof Domain domain
                && !(domain.type().equals(((Domain) after).type())
                        && Objects.equals(domain.collation(), ((Domain) after).collation()));
    }

    private static boolean isAnother(View before, View after) {
        return before.materialized() != after.materialized()
                || !before.definition().equals(after.definition())
                || !before.options().equals(after.options());
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
        Fate cause = of(dependency.on());
        if (cause == Fate.STAYS) {
            return false;
        }
        SchemaObject affected =
                Keys.isValue(dependency.dependent()) && generated(column(dependency.dependent())) != null
                        ? column(dependency.dependent())
                        : dependency.dependent();
        return worsen(affected, effect(affected, dependency.on(), cause));
    }

    private boolean worsen(SchemaObject object, Fate fate) {
        if (fate.compareTo(of(object)) <= 0) {
            return false;
        }
        fates.put(object, fate);
        return true;
    }

    private Fate effect(SchemaObject dependent, SchemaObject on, Fate cause) {
        return switch (dependent.kind()) {
            case VIEW, FUNCTION, TRIGGER -> Fate.REPLACED;
            case CONSTRAINT, INDEX -> effectOnRule(dependent, on, cause);
            case COLUMN ->
                Keys.isValue(dependent) ? effectOnValue(dependent, on, cause) : effectOnColumn(dependent, on, cause);
            case TABLE, SEQUENCE -> cause == Fate.REPLACED ? Fate.REPLACED : Fate.STAYS;
            default -> Fate.STAYS;
        };
    }

    /** A column whose type changes takes its constraints and indexes along. */
    private Fate effectOnRule(SchemaObject dependent, SchemaObject on, Fate cause) {
        if (cause != Fate.DISTURBED || on.kind() != ObjectKind.COLUMN) {
            return Fate.REPLACED;
        }
        boolean foreign = comparison.before().get(dependent) instanceof Constraint.ForeignKey;
        return foreign && !staysComparable(on) ? Fate.REPLACED : Fate.STAYS;
    }

    private boolean staysComparable(SchemaObject column) {
        return comparison.before().get(column) instanceof Column before
                && comparison.after().get(column) instanceof Column after
                && !before.type().equals(after.type())
                && Types.areComparable(before.type(), after.type());
    }

    private Fate effectOnColumn(SchemaObject column, SchemaObject on, Fate cause) {
        if (on.kind() == ObjectKind.COLUMN && !on.name().equals(column.name())) {
            return cause;
        }
        if (generated(column) != null) {
            return Fate.REPLACED;
        }
        if (on.kind() == ObjectKind.TABLE) {
            return on.name().equals(column.name()) ? cause : Fate.STAYS;
        }
        boolean ofType = on.kind() == ObjectKind.ENUM_TYPE || on.kind() == ObjectKind.DOMAIN && cause == Fate.REPLACED;
        return ofType ? Fate.DISTURBED : Fate.STAYS;
    }

    private Fate effectOnValue(SchemaObject value, SchemaObject on, Fate cause) {
        if (on.equals(column(value))) {
            return Fate.STAYS;
        }
        return comesAgain(value, on, cause) ? Fate.REPLACED : Fate.STAYS;
    }

    private boolean comesAgain(SchemaObject value, SchemaObject on, Fate cause) {
        if (cause == Fate.DISTURBED) {
            return on.kind() == ObjectKind.ENUM_TYPE && changes(value);
        }
        return cause == Fate.REPLACED || on.kind() == ObjectKind.FUNCTION && hasNamesake(on);
    }

    private boolean hasNamesake(SchemaObject function) {
        return comparison.to().functions().stream()
                .anyMatch(other -> other.name().equals(function.name()));
    }

    private boolean changes(SchemaObject value) {
        return comparison.before().get(column(value)) instanceof Column before
                && comparison.after().get(column(value)) instanceof Column after
                && !before.value().equals(after.value());
    }

    private @Nullable Generated generated(SchemaObject column) {
        return comparison.before().get(column) instanceof Column found && found.value() instanceof Generated generated
                ? generated
                : null;
    }

    private static SchemaObject column(SchemaObject value) {
        return Keys.columnOf(value);
    }
}
