package dev.athanor.migration.lint;

import java.util.HashSet;
import java.util.Set;

/** Decides the rules for constraints whose rows are checked. */
final class ConstraintChecks implements Check {

    @Override
    public void check(Observation seen, Catalog end, Findings findings) {
        seen.survivors().filter(pair -> pair.before().isTable()).forEach(pair -> check(seen, pair, end, findings));
    }

    private static void check(Observation seen, Observation.Pair pair, Catalog end, Findings findings) {
        pair.newConstraints()
                .filter(constraint -> !isInherited(seen, pair, constraint))
                .forEach(constraint -> {
                    if (constraint.kind() == 'f') {
                        foreignKey(seen, pair, constraint, findings);
                        withoutIndex(seen, pair, constraint, end, findings);
                    } else if (constraint.kind() == 'c') {
                        check(seen, pair, constraint, findings);
                    }
                });
        if (pair.newConstraints().noneMatch(constraint -> constraint.kind() == 'p')) {
            notNull(seen, pair, findings);
        }
    }

    /** Returns whether a partition has a constraint because its parent has it. */
    private static boolean isInherited(Observation seen, Observation.Pair pair, Catalog.Constraint constraint) {
        return seen.after().relation(pair.after().parent()).stream()
                .flatMap(parent -> parent.constraints().stream())
                .anyMatch(other ->
                        other.kind() == constraint.kind() && other.name().equals(constraint.name()));
    }

    private static void foreignKey(
            Observation seen, Observation.Pair pair, Catalog.Constraint constraint, Findings findings) {
        boolean onExistingColumns =
                constraint.columns().stream().allMatch(pair.before().columns()::containsKey);
        if (!constraint.validated() || !onExistingColumns && !isRead(seen, pair.after())) {
            return;
        }
        Catalog.Relation child = pair.after();
        Catalog.Relation parent = seen.after().relation(constraint.foreign()).orElse(child);
        String both = parent == child ? seen.show(child) : seen.show(child) + " and " + seen.show(parent);
        String lock = seen.heldOn(child.oid()).map(mode -> mode + " on ").orElse("");
        findings.add(
                LintRule.FOREIGN_KEY_SCAN,
                seen,
                Findings.subject(seen, "constraint " + seen.show(child) + "." + constraint.name(), child, parent),
                lock + both + ": checks foreign key " + constraint.name() + " for all rows of " + seen.show(child)
                        + "; " + seen.waiting(child.oid()) + ".");
    }

    private static void withoutIndex(
            Observation seen, Observation.Pair pair, Catalog.Constraint constraint, Catalog end, Findings findings) {
        Catalog.Relation child = pair.after();
        boolean stillThere = end.relation(child.oid())
                .flatMap(table -> table.constraint(constraint.oid()))
                .isPresent();
        Set<Integer> wanted = new HashSet<>(constraint.columns());
        boolean indexed = end.indexesOf(child.oid())
                .map(index -> index.index().orElseThrow())
                .filter(index -> !index.partial() && index.keys() >= wanted.size())
                .anyMatch(index -> new HashSet<>(index.columns().subList(0, wanted.size())).equals(wanted));
        if (stillThere && !indexed) {
            findings.add(
                    LintRule.FOREIGN_KEY_WITHOUT_INDEX,
                    seen,
                    Findings.subject(seen, "constraint " + seen.show(child) + "." + constraint.name(), child),
                    "No index of " + seen.show(child) + " begins with the columns of foreign key " + constraint.name()
                            + ".");
        }
    }

    private static void check(
            Observation seen, Observation.Pair pair, Catalog.Constraint constraint, Findings findings) {
        if (constraint.validated() && isRead(seen, pair.after()) && !seen.isRewritten(pair)) {
            Catalog.Relation table = pair.after();
            findings.add(
                    LintRule.CHECK_SCAN,
                    seen,
                    Findings.subject(seen, "constraint " + seen.show(table) + "." + constraint.name(), table),
                    seen.lockOn(table) + ": checks constraint " + constraint.name() + " for all rows; "
                            + seen.waiting(table.oid()) + ".");
        }
    }

    private static void notNull(Observation seen, Observation.Pair pair, Findings findings) {
        if (!isRead(seen, pair.after())
                || seen.isRewritten(pair)
                || pair.after().isPartition()) {
            return;
        }
        for (Catalog.Column column : pair.after().columns().values()) {
            Catalog.Column before = pair.before().columns().get(column.number());
            if (before != null && !before.notNull() && column.notNull()) {
                findings.add(
                        LintRule.NOT_NULL_SCAN,
                        seen,
                        pair.after(),
                        column,
                        seen.lockOn(pair.after()) + ": checks column " + column.name() + " for nulls in all rows; "
                                + seen.waiting(pair.after().oid()) + ".");
            }
        }
    }

    /** Returns whether the table, or one of its partitions, was read from beginning to end. */
    private static boolean isRead(Observation seen, Catalog.Relation table) {
        return seen.scannedExisting().stream()
                .anyMatch(read ->
                        read.oid() == table.oid() || seen.after().root(read).oid() == table.oid());
    }
}
