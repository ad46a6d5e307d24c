package dev.athanor.migration.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Decides the rules for locks: on tables that a statement does not name, and across the statements of a transaction. */
final class TransactionChecks implements Check {

    /** Matches statements that name their table, or an index of it, or that contain other statements. */
    private static final Pattern NAMES_NO_TABLE = Pattern.compile(
            "(?is)\\s*(DO|CALL|SELECT|WITH|REINDEX|DROP\\s+INDEX|ALTER\\s+INDEX|CLUSTER|VACUUM|ALTER\\s+DOMAIN)\\b.*"
                    + "|.*\\.(upgrade|downgrade)");

    @Override
    public void check(Observation seen, Catalog end, Findings findings) {
        Set<Long> earlier = strong(seen, seen.activity().earlier());
        Set<Long> taken = strong(seen, seen.activity().taken());
        anotherTable(seen, taken, findings);
        twoTables(seen, earlier, taken, findings);
        workAfterLock(seen, earlier, findings);
    }

    /** Returns the existing tables on which there is a lock that writers wait for, partitions by their parent. */
    private static Set<Long> strong(Observation seen, Map<Long, LockMode> locks) {
        Set<Long> strong = new TreeSet<>();
        locks.forEach((oid, mode) -> {
            if (mode.blocksWriters()) {
                seen.before()
                        .relation(oid)
                        .filter(Catalog.Relation::holdsRows)
                        .filter(seen::existed)
                        .ifPresent(relation ->
                                strong.add(seen.before().root(relation).oid()));
            }
        });
        return strong;
    }

    private static void anotherTable(Observation seen, Set<Long> taken, Findings findings) {
        if (NAMES_NO_TABLE.matcher(seen.sql()).matches()) {
            return;
        }
        for (long oid : taken) {
            Catalog.Relation table = seen.before().relation(oid).orElseThrow();
            boolean stays = seen.after().relation(oid).isPresent();
            if (stays && !isNamed(seen, table)) {
                findings.add(
                        LintRule.LOCK_ON_ANOTHER_TABLE,
                        seen,
                        table,
                        seen.takenOn(oid).map(mode -> mode + " on ").orElse("") + seen.show(table)
                                + ", which the statement does not name; "
                                + seen.waiting(oid) + ".");
            }
        }
    }

    /** Returns whether the statement names the table, a partition of it, or the table of which it is a partition. */
    private static boolean isNamed(Observation seen, Catalog.Relation table) {
        return Stream.of(seen.before(), seen.after())
                .flatMap(catalog -> catalog.relations().values().stream()
                        .filter(relation -> relation.oid() == table.oid()
                                || relation.isPartition()
                                        && catalog.root(relation).oid() == table.oid()))
                .anyMatch(relation -> Pattern.compile("(?i)(?<!\\w)" + Pattern.quote(relation.name()) + "(?!\\w)")
                        .matcher(seen.sql())
                        .find());
    }

    private static void twoTables(Observation seen, Set<Long> earlier, Set<Long> taken, Findings findings) {
        List<Catalog.Relation> added = taken.stream()
                .filter(oid -> !earlier.contains(oid))
                .flatMap(oid -> seen.before().relation(oid).stream())
                .toList();
        if (earlier.size() == 1 && !added.isEmpty()) {
            Catalog.Relation first =
                    seen.before().relation(earlier.iterator().next()).orElseThrow();
            findings.add(
                    LintRule.TWO_HOT_TABLES,
                    seen,
                    added.get(0),
                    seen.lockOn(added.get(0)) + ", while the transaction holds "
                            + seen.activity().earlier().getOrDefault(first.oid(), LockMode.SHARE) + " on "
                            + seen.show(first) + ".");
        }
    }

    private static void workAfterLock(Observation seen, Set<Long> earlier, Findings findings) {
        List<Catalog.Relation> read = Stream.concat(
                        seen.scannedExisting().stream(),
                        seen.survivors()
                                .filter(pair -> pair.before().holdsRows() && seen.isRewritten(pair))
                                .map(Observation.Pair::before))
                .distinct()
                .toList();
        if (earlier.isEmpty() || read.isEmpty()) {
            return;
        }
        Catalog.Relation locked =
                seen.before().relation(earlier.iterator().next()).orElseThrow();
        LockMode mode = seen.activity().earlier().getOrDefault(locked.oid(), LockMode.ACCESS_EXCLUSIVE);
        findings.add(
                LintRule.WORK_AFTER_LOCK,
                seen,
                Findings.subject(
                        seen,
                        "table " + seen.show(locked),
                        Stream.concat(Stream.of(locked), read.stream())
                                .distinct()
                                .toArray(Catalog.Relation[]::new)),
                mode + " on " + seen.show(locked) + " from an earlier statement is held while all rows of "
                        + seen.show(read.get(0)) + " are read; "
                        + (mode.blocksReaders() ? "readers and writers wait." : "writers wait."));
    }
}
