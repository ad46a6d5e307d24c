package dev.athanor.migration.lint;

import java.util.List;
import java.util.Optional;

/** Decides the rules for indexes, including those of constraints. */
final class IndexChecks implements Check {

    private static final int WIDE = 3;

    @Override
    public void check(Observation seen, Catalog end, Findings findings) {
        List<Catalog.Relation> made = made(seen);
        made.forEach(index -> built(seen, made, index, findings));
        made.forEach(index -> wasteful(seen, index, findings));
        seen.dropped().stream()
                .filter(Catalog.Relation::isIndex)
                .filter(index -> isDroppedByItself(seen, index))
                .forEach(index -> dropped(seen, index, findings));
        seen.survivors()
                .filter(pair -> pair.before().isIndex() && seen.isRewritten(pair))
                .filter(pair -> !isTableRewritten(seen, pair.before()))
                .forEach(pair -> rebuilt(seen, pair.before(), findings));
    }

    /** Returns the new indexes of existing tables, without those that replace another one of the same name. */
    private static List<Catalog.Relation> made(Observation seen) {
        return seen.after().without(seen.before()).stream()
                .filter(Catalog.Relation::isIndex)
                .filter(index -> seen.before()
                        .relation(index.owner())
                        .filter(seen::existed)
                        .filter(Catalog.Relation::isTable)
                        .isPresent())
                .filter(index ->
                        seen.before().named(index.schema(), index.name()).isEmpty())
                .toList();
    }

    private static void built(
            Observation seen, List<Catalog.Relation> made, Catalog.Relation index, Findings findings) {
        Catalog.Relation table = table(seen, index);
        if (seen.activity().alone() || !seen.blocksWriters(table.oid()) || !isRead(made, table, index)) {
            return;
        }
        LintRule rule = constraint(seen, index).map(IndexChecks::rule).orElse(LintRule.INDEX_BLOCKS_WRITES);
        findings.add(
                rule,
                seen,
                table,
                seen.lockOn(table) + ": builds index " + index.name() + "; " + seen.waiting(table.oid()) + ".");
    }

    /** Returns whether rows are read for the index itself: not for one of a partition, whose parent has one too. */
    private static boolean isRead(List<Catalog.Relation> made, Catalog.Relation table, Catalog.Relation index) {
        if (table.kind() == 'p') {
            return made.stream().anyMatch(other -> other.parent() == index.oid());
        }
        return made.stream().noneMatch(other -> other.oid() == index.parent());
    }

    private static Optional<Catalog.Constraint> constraint(Observation seen, Catalog.Relation index) {
        return seen.after().relation(index.owner()).stream()
                .flatMap(table -> table.constraints().stream())
                .filter(constraint -> constraint.index() == index.oid() && constraint.kind() != 'f')
                .findFirst();
    }

    private static LintRule rule(Catalog.Constraint constraint) {
        return switch (constraint.kind()) {
            case 'p' -> LintRule.PRIMARY_KEY_SCAN;
            case 'x' -> LintRule.EXCLUSION_SCAN;
            default -> LintRule.UNIQUE_SCAN;
        };
    }

    private static void wasteful(Observation seen, Catalog.Relation index, Findings findings) {
        Catalog.Relation table = table(seen, index);
        Catalog.Index facts = index.index().orElseThrow();
        seen.after()
                .indexesOf(table.oid())
                .filter(other -> other.oid() != index.oid())
                .filter(other -> other.index().orElseThrow().signature().equals(facts.signature()))
                .map(Catalog.Relation::name)
                .sorted()
                .findFirst()
                .ifPresent(other -> findings.add(
                        LintRule.DUPLICATE_INDEX,
                        seen,
                        table,
                        "Index " + index.name() + " of " + seen.show(table) + " does the work of index " + other
                                + "."));
        if (facts.keys() > WIDE) {
            findings.add(
                    LintRule.WIDE_INDEX,
                    seen,
                    table,
                    "Index " + index.name() + " of " + seen.show(table) + " has " + facts.keys() + " key columns.");
        }
    }

    /** Returns whether an index is dropped, and not with its table, its constraint or one of its columns. */
    private static boolean isDroppedByItself(Observation seen, Catalog.Relation index) {
        Optional<Catalog.Relation> before = seen.before().relation(index.owner());
        Optional<Catalog.Relation> after = seen.after().relation(index.owner());
        if (before.isEmpty() || after.isEmpty() || !before.get().isTable()) {
            return false;
        }
        return before.get().constraints().stream().noneMatch(constraint -> constraint.index() == index.oid())
                && index.index().orElseThrow().columns().stream()
                        .filter(number -> number != 0)
                        .allMatch(after.get().columns()::containsKey)
                && seen.after().named(index.schema(), index.name()).isEmpty();
    }

    private static void dropped(Observation seen, Catalog.Relation index, Findings findings) {
        Catalog.Relation table = seen.before().relation(index.owner()).orElseThrow();
        if (seen.blocksReaders(table.oid()) && !seen.activity().alone() && index.parent() == 0) {
            findings.add(
                    LintRule.DROP_INDEX_BLOCKS,
                    seen,
                    Findings.subject(seen, "index " + seen.show(index), table),
                    seen.lockOn(table) + ": drops index " + index.name()
                            + "; new queries wait until all running ones have ended.");
        }
    }

    private static boolean isTableRewritten(Observation seen, Catalog.Relation index) {
        long before = seen.before()
                .relation(index.owner())
                .map(Catalog.Relation::file)
                .orElse(0L);
        return seen.after()
                .relation(index.owner())
                .filter(table -> table.file() == before)
                .isEmpty();
    }

    private static void rebuilt(Observation seen, Catalog.Relation index, Findings findings) {
        Catalog.Relation table = table(seen, index);
        if (!table.holdsRows()) {
            return;
        }
        findings.add(
                LintRule.REINDEX_BLOCKS,
                seen,
                Findings.subject(seen, "index " + seen.show(index), table),
                seen.lockOn(table) + ": builds index " + index.name()
                        + " anew; writers, and readers that use the index, wait.");
    }

    private static Catalog.Relation table(Observation seen, Catalog.Relation index) {
        return seen.after().relation(index.owner()).orElseThrow();
    }
}
