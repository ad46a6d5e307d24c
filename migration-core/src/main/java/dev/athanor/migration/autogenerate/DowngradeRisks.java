package dev.athanor.migration.autogenerate;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.ConstraintOperation.DropConstraint;
import dev.athanor.migration.operation.EnumOperation.RebuildEnum;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.IndexOperation.DropIndex;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.TableOperation.CreateTable;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.Constraint.NotNull;
import dev.athanor.migration.schema.Constraint.PrimaryKey;
import dev.athanor.migration.schema.Constraint.Unique;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.QualifiedName;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Marks the operations of a downgrade that fail on rows which the upgrade allows. */
final class DowngradeRisks {

    /** Matches a string constant with its cast. */
    private static final Pattern CONSTANT = Pattern.compile("('(?:[^']|'')*')(?:::[a-z ]+(?:\\(\\d+\\))?)?");

    /** Lists operators for which a longer list allows less. */
    private static final List<String> INVERTED = List.of("<>", "NOT", "ALL");

    private static final String BROKEN = "Fails where rows break this rule, which the upgrade allows.";

    private final List<Operation> downgrade;
    private final Set<QualifiedName> created = new HashSet<>();

    private DowngradeRisks(List<Operation> downgrade) {
        this.downgrade = downgrade;
        downgrade.forEach(operation -> {
            if (operation instanceof CreateTable creation) {
                created.add(creation.table().name());
            }
        });
    }

    static List<MarkedOperation> marked(List<Operation> downgrade) {
        DowngradeRisks risks = new DowngradeRisks(downgrade);
        return downgrade.stream()
                .map(operation -> new MarkedOperation(operation, risks.of(operation)))
                .toList();
    }

    private Optional<String> of(Operation operation) {
        if (operation instanceof RebuildEnum rebuild) {
            return ofEnum(rebuild);
        }
        if (operation instanceof AddColumn addition) {
            return ofColumn(addition);
        }
        if (operation instanceof AlterColumn alteration) {
            return ofColumn(alteration);
        }
        if (operation instanceof AddConstraint addition && !created.contains(addition.table())) {
            return ofConstraint(addition);
        }
        return operation instanceof CreateIndex creation && !created.contains(creation.table())
                ? ofIndex(creation)
                : Optional.empty();
    }

    private static Optional<String> ofEnum(RebuildEnum rebuild) {
        List<String> lost = RowAdvice.lost(rebuild);
        return lost.isEmpty() ? Optional.empty() : Optional.of(holding(lost));
    }

    private static String holding(List<String> values) {
        return "Fails where rows hold " + String.join(" or ", values) + ", which the upgrade allows.";
    }

    private static Optional<String> ofColumn(AddColumn addition) {
        return GivenValues.isRequired(addition)
                ? Optional.of("Fails where table " + addition.table() + " has rows: column "
                        + addition.column().name() + " is required and has no default.\n"
                        + "Give it a default here and drop that again, if you downgrade with rows.")
                : Optional.empty();
    }

    private Optional<String> ofColumn(AlterColumn alteration) {
        boolean leaves = TypeRoundTrip.of(alteration, downgrade)
                .filter(trip -> trip.first().equals(alteration))
                .isPresent();
        if (leaves) {
            return Optional.empty();
        }
        if (alteration.changes().contains(new ColumnChange.Nullability(false))) {
            return Optional.of(
                    "Fails where rows hold null in column " + alteration.column() + ", which the upgrade allows.");
        }
        return alteration.changes().stream()
                .filter(ColumnChange.Type.class::isInstance)
                .filter(ColumnChange::destructive)
                .map(change -> "Fails where rows hold a value in column " + alteration.column()
                        + " that does not fit its former type.")
                .findFirst();
    }

    private Optional<String> ofConstraint(AddConstraint addition) {
        Constraint constraint = addition.constraint();
        Optional<Constraint> upgraded = dropped(addition);
        if (upgraded.filter(now -> rule(now).equals(rule(constraint))).isPresent() || isLenient(constraint)) {
            return Optional.empty();
        }
        return constraint instanceof Check former && upgraded.orElse(null) instanceof Check now
                ? ofCheck(former.expression(), now.expression())
                : Optional.of(BROKEN);
    }

    /** Returns what of a constraint rows can break. */
    private static Object rule(Constraint constraint) {
        if (constraint instanceof ForeignKey foreign) {
            return List.of(
                    foreign.columns(),
                    foreign.referencedTable(),
                    foreign.referencedColumns(),
                    foreign.matchFull(),
                    foreign.period());
        }
        if (constraint instanceof Unique unique) {
            return List.of(unique.columns(), unique.nullsNotDistinct(), unique.withoutOverlaps());
        }
        return constraint instanceof PrimaryKey key ? List.of(key.columns(), key.withoutOverlaps()) : constraint;
    }

    /** Returns whether existing rows are exempt from a constraint. */
    private static boolean isLenient(Constraint constraint) {
        return constraint instanceof Check check && !(check.validated() && check.enforced())
                || constraint instanceof ForeignKey foreign && !(foreign.validated() && foreign.enforced())
                || constraint instanceof NotNull notNull && !notNull.validated();
    }

    private Optional<Constraint> dropped(AddConstraint addition) {
        return downgrade.stream()
                .filter(DropConstraint.class::isInstance)
                .map(DropConstraint.class::cast)
                .filter(drop -> drop.table().equals(addition.table())
                        && drop.name().equals(addition.constraint().name()))
                .flatMap(drop -> Optional.ofNullable(drop.definition()).stream())
                .findFirst();
    }

    /** Returns the values that a check loses, if both forms are lists of constants. */
    private static Optional<String> ofCheck(String former, String now) {
        Set<String> values = constants(now);
        values.removeAll(constants(former));
        boolean lists = form(former).equals(form(now)) && INVERTED.stream().noneMatch(former::contains);
        if (lists) {
            return values.isEmpty() ? Optional.empty() : Optional.of(holding(List.copyOf(values)));
        }
        return Optional.of(BROKEN);
    }

    /** Returns the same text for one constant and for a list of them. */
    private static String form(String expression) {
        return CONSTANT.matcher(expression)
                .replaceAll("")
                .replaceAll("\\bIN\\b", "=")
                .replaceAll("::text\\[\\]|\\bANY\\b|\\bARRAY\\b|[\\s,()\\[\\]]", "");
    }

    private static Set<String> constants(String expression) {
        Set<String> constants = new LinkedHashSet<>();
        CONSTANT.matcher(expression)
                .results()
                .map((MatchResult match) -> match.group(1))
                .forEach(constants::add);
        return constants;
    }

    private static Object rule(Index index) {
        return List.of(index.unique(), index.nullsNotDistinct(), index.keys(), String.valueOf(index.predicate()));
    }

    private Optional<String> ofIndex(CreateIndex creation) {
        boolean same = downgrade.stream()
                .filter(DropIndex.class::isInstance)
                .map(DropIndex.class::cast)
                .flatMap(drop -> Optional.ofNullable(drop.creation()).stream())
                .anyMatch(now -> now.table().equals(creation.table())
                        && rule(now.index()).equals(rule(creation.index())));
        return creation.index().unique() && !same ? Optional.of(BROKEN) : Optional.empty();
    }
}
