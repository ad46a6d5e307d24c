package dev.athanor.migration.lint;

/** Decides the rules for partitions. */
final class PartitionChecks implements Check {

    @Override
    public void check(Observation seen, Catalog end, Findings findings) {
        seen.after().without(seen.before()).stream()
                .filter(relation -> relation.isTable() && relation.isPartition())
                .forEach(partition -> created(seen, partition, findings));
        seen.after().relations().values().stream()
                .filter(relation -> relation.isTable() && relation.isPartition())
                .filter(relation -> seen.before()
                        .relation(relation.oid())
                        .filter(before -> !before.isPartition())
                        .isPresent())
                .forEach(partition -> attached(seen, partition, findings));
        seen.survivors()
                .filter(pair -> pair.before().isTable()
                        && pair.before().isPartition()
                        && !pair.after().isPartition())
                .forEach(pair -> taken(seen, pair.before(), "detaches", findings));
        seen.dropped().stream()
                .filter(relation -> relation.isTable() && relation.isPartition())
                .forEach(partition -> dropped(seen, partition, findings));
    }

    private static void dropped(Observation seen, Catalog.Relation partition, Findings findings) {
        boolean staysParent = seen.after().relation(partition.parent()).isPresent();
        if (staysParent) {
            taken(seen, partition, "drops", findings);
        }
    }

    private static void created(Observation seen, Catalog.Relation partition, Findings findings) {
        Catalog.Relation parent = seen.after().relation(partition.parent()).orElse(partition);
        if (!seen.existed(parent)) {
            return;
        }
        if (seen.blocksReaders(parent.oid())) {
            findings.add(
                    LintRule.PARTITION_OF,
                    seen,
                    parent,
                    seen.lockOn(parent) + ": creates partition " + partition.name()
                            + "; new queries wait until all running ones have ended.");
        }
        scanned(seen, parent, findings);
    }

    private static void attached(Observation seen, Catalog.Relation partition, Findings findings) {
        seen.after().relation(partition.parent()).ifPresent(parent -> scanned(seen, parent, findings));
    }

    /** Reports the partitions of a table that were read, such as the default partition. */
    private static void scanned(Observation seen, Catalog.Relation parent, Findings findings) {
        for (Catalog.Relation read : seen.scannedExisting()) {
            Catalog.Relation now = seen.after().relation(read.oid()).orElse(read);
            if (seen.after().root(now).oid() == seen.after().root(parent).oid()) {
                findings.add(
                        LintRule.ATTACH_SCAN,
                        seen,
                        read,
                        seen.lockOn(read) + ": checks the bounds of the partition for all rows; "
                                + seen.waiting(read.oid()) + ".");
            }
        }
    }

    private static void taken(Observation seen, Catalog.Relation partition, String verb, Findings findings) {
        Catalog.Relation parent = seen.before().relation(partition.parent()).orElse(partition);
        if (!seen.activity().alone() && seen.blocksReaders(parent.oid())) {
            findings.add(
                    LintRule.DETACH_BLOCKS,
                    seen,
                    parent,
                    seen.lockOn(parent) + ": " + verb + " partition " + partition.name()
                            + "; new queries wait until all running ones have ended.");
        }
    }
}
