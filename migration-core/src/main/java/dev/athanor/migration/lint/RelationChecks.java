package dev.athanor.migration.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Decides the rules for tables and views that are dropped, renamed, emptied or written anew, and for their rows. */
final class RelationChecks implements Check {

    private static final Pattern CHANGES_ROWS =
            Pattern.compile("(?is)\\s*(UPDATE|DELETE|MERGE|DO|CALL|WITH)\\b.*|.*\\.(upgrade|downgrade)");
    private static final Pattern TRUNCATES =
            Pattern.compile("(?is)\\s*TRUNCATE\\b.*|\\s*(DO|CALL|SELECT)\\b.*\\bTRUNCATE\\b.*");

    @Override
    public void check(Observation seen, Catalog end, Findings findings) {
        seen.dropped().stream()
                .filter(Catalog.Relation::isReadable)
                .forEach(relation -> dropped(seen, relation, end, findings));
        seen.survivors().filter(pair -> pair.before().isReadable()).forEach(pair -> renamed(seen, pair, end, findings));
        rewritten(seen, findings);
        changedRows(seen, findings);
    }

    private static void dropped(Observation seen, Catalog.Relation relation, Catalog end, Findings findings) {
        boolean withParent = seen.dropped().stream().anyMatch(other -> other.oid() == relation.parent());
        if (withParent) {
            return;
        }
        if (relation.isTable()) {
            findings.add(LintRule.DATA_LOST, seen, relation, "The rows of " + seen.show(relation) + " are deleted.");
        }
        if (end.named(relation.schema(), relation.name()).isEmpty()) {
            findings.add(
                    LintRule.BREAKS_OLD_CODE,
                    seen,
                    relation,
                    "Old code uses " + kind(relation) + " " + seen.show(relation) + ", which is dropped.");
        }
    }

    private static void renamed(Observation seen, Observation.Pair pair, Catalog end, Findings findings) {
        Catalog.Relation before = pair.before();
        boolean moved = !before.label().equals(pair.after().label());
        boolean withSchema = before.name().equals(pair.after().name())
                && !seen.after().schemas().containsValue(before.schema());
        if (moved && !withSchema && end.named(before.schema(), before.name()).isEmpty()) {
            findings.add(
                    LintRule.BREAKS_OLD_CODE,
                    seen,
                    before,
                    "Old code uses " + kind(before) + " " + seen.show(before) + ", which is now called "
                            + seen.show(pair.after()) + ".");
        }
    }

    private static String kind(Catalog.Relation relation) {
        return relation.isTable() ? "table" : relation.isMaterializedView() ? "materialized view" : "view";
    }

    private static void rewritten(Observation seen, Findings findings) {
        Map<Catalog.Relation, List<Observation.Pair>> byRoot = new LinkedHashMap<>();
        seen.survivors()
                .filter(pair -> pair.before().holdsRows() && seen.isRewritten(pair))
                .forEach(pair -> byRoot.computeIfAbsent(seen.before().root(pair.before()), root -> new ArrayList<>())
                        .add(pair));
        byRoot.forEach((root, pairs) -> {
            if (root.isMaterializedView()) {
                refreshed(seen, root, findings);
            } else if (TRUNCATES.matcher(seen.sql()).matches()) {
                findings.add(
                        LintRule.DATA_LOST, seen, root, "All rows of " + seen.show(root) + " are deleted by TRUNCATE.");
            } else {
                rewritten(seen, root, pairs, findings);
            }
        });
    }

    private static void refreshed(Observation seen, Catalog.Relation view, Findings findings) {
        if (seen.blocksReaders(view.oid())) {
            findings.add(
                    LintRule.REFRESH_BLOCKS,
                    seen,
                    view,
                    seen.lockOn(view) + ": runs the query of the view; readers wait.");
        }
    }

    private static void rewritten(
            Observation seen, Catalog.Relation root, List<Observation.Pair> pairs, Findings findings) {
        long indexes = seen.trace().rewritten().stream()
                .filter(relation -> relation.kind() == TracedRelation.Kind.INDEX)
                .count();
        String parts = indexes == 0 ? "" : indexes == 1 ? " and 1 index" : " and " + indexes + " indexes";
        Catalog.Relation[] tables = pairs.stream().map(Observation.Pair::before).toArray(Catalog.Relation[]::new);
        findings.add(
                LintRule.REWRITE,
                seen,
                Findings.subject(seen, "table " + seen.show(root), tables),
                (seen.activity().alone() ? LockMode.ACCESS_EXCLUSIVE + " on " + seen.show(root) : seen.lockOn(root))
                        + ": writes the table" + parts + " anew; readers and writers wait.");
    }

    /** Reports an UPDATE or DELETE that reads the whole table. A statement in batches runs alone. */
    private static void changedRows(Observation seen, Findings findings) {
        if (seen.activity().alone() || !CHANGES_ROWS.matcher(seen.sql()).matches()) {
            return;
        }
        for (Catalog.Relation table : seen.scannedExisting()) {
            if (table.isTable()
                    && seen.trace().strongestOn(seen.traced(table)).isPresent()
                    && !seen.blocksWriters(table.oid())
                    && seen.heldOn(table.oid())
                            .filter(LockMode.ROW_EXCLUSIVE::equals)
                            .isPresent()) {
                findings.add(
                        LintRule.UNBOUNDED_CHANGE,
                        seen,
                        table,
                        verb(seen) + " reads all rows of " + seen.show(table)
                                + ", and locks each row that it changes until the transaction ends.");
            }
        }
    }

    private static String verb(Observation seen) {
        String sql = seen.sql().strip();
        int end = 0;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        String word = sql.substring(0, end).toUpperCase(Locale.ROOT);
        return word.equals("UPDATE") || word.equals("DELETE") || word.equals("MERGE") ? word : "The statement";
    }
}
