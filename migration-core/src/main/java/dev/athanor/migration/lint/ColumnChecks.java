package dev.athanor.migration.lint;

import java.util.Optional;

/** Decides the rules for columns that are added, dropped, renamed or changed. */
final class ColumnChecks implements Check {

    @Override
    public void check(Observation seen, Catalog end, Findings findings) {
        seen.survivors()
                .filter(pair -> pair.before().isReadable())
                .filter(pair -> !pair.before().isPartition())
                .forEach(pair -> {
                    pair.after().columns().values().forEach(column -> required(seen, pair, column, end, findings));
                    pair.before().columns().values().stream()
                            .filter(column -> existed(seen, pair, column))
                            .forEach(column -> changed(seen, pair, column, end, findings));
                });
    }

    private static boolean existed(Observation seen, Observation.Pair pair, Catalog.Column column) {
        return seen.context()
                .existing()
                .relation(pair.before().oid())
                .filter(table -> table.columns().containsKey(column.number()))
                .isPresent();
    }

    /** Reports a column that an INSERT of the previous release does not fill, unless the revision later gives a default. */
    private static void required(
            Observation seen, Observation.Pair pair, Catalog.Column column, Catalog end, Findings findings) {
        Catalog.Column before = pair.before().columns().get(column.number());
        boolean knownToOldCode = existed(seen, pair, column);
        boolean becomes = column.isRequired()
                && (before == null || !before.isRequired())
                && (!knownToOldCode || before != null && before.notNull());
        boolean stays = end.relation(pair.after().oid())
                .flatMap(table -> Optional.ofNullable(table.columns().get(column.number())))
                .filter(Catalog.Column::isRequired)
                .isPresent();
        if (becomes && stays && pair.after().isTable()) {
            findings.add(
                    LintRule.REQUIRED_COLUMN,
                    seen,
                    pair.after(),
                    column,
                    "Column " + column.name() + " of " + seen.show(pair.after())
                            + " is NOT NULL without a default: the previous release cannot insert rows.");
        }
    }

    private static void changed(
            Observation seen, Observation.Pair pair, Catalog.Column column, Catalog end, Findings findings) {
        Catalog.Column after = pair.after().columns().get(column.number());
        String name = "column " + column.name() + " of " + seen.show(pair.before());
        if (after == null) {
            dropped(seen, pair, column, end, findings);
        } else if (!after.name().equals(column.name()) && isGone(pair, column, end)) {
            findings.add(
                    LintRule.BREAKS_OLD_CODE,
                    seen,
                    pair.before(),
                    column,
                    "Old code uses " + name + ", which is renamed to " + after.name() + ".");
        } else if (TypeChange.narrows(column.type(), after.type())) {
            findings.add(
                    LintRule.BREAKS_OLD_CODE,
                    seen,
                    pair.before(),
                    column,
                    "Old code writes values to " + name + " that do not fit when its type changes from " + column.type()
                            + " to " + after.type() + ".");
        }
    }

    private static void dropped(
            Observation seen, Observation.Pair pair, Catalog.Column column, Catalog end, Findings findings) {
        String name = "column " + column.name() + " of " + seen.show(pair.before());
        if (isGone(pair, column, end)) {
            findings.add(
                    LintRule.BREAKS_OLD_CODE,
                    seen,
                    pair.before(),
                    column,
                    "Old code uses " + name + ", which is dropped.");
        }
        if (pair.before().isTable() && !column.generated()) {
            findings.add(LintRule.DATA_LOST, seen, pair.before(), column, "The values of " + name + " are deleted.");
        }
    }

    /** Returns whether no column of that name is there after the revision, under the name that the table had. */
    private static boolean isGone(Observation.Pair pair, Catalog.Column column, Catalog end) {
        return end.named(pair.before().schema(), pair.before().name())
                .or(() -> end.relation(pair.before().oid()))
                .flatMap(relation -> relation.column(column.name()))
                .isEmpty();
    }
}
