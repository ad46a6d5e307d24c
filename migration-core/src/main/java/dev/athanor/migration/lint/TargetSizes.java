package dev.athanor.migration.lint;

import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.session.DatabaseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from the target, without changing it, how large the tables of findings are. */
final class TargetSizes {

    private static final String SIZES = """
            SELECT w.schema, w.name, coalesce(sum(p.rows), 0)::bigint AS rows, coalesce(sum(p.bytes), 0)::bigint AS bytes,
                   coalesce(sum(p.indexes), 0)::bigint AS indexes, coalesce(max(p.number), 0)::int AS number
            FROM unnest(?::text[], ?::text[]) AS w (schema, name)
            JOIN pg_namespace n ON n.nspname = w.schema
            JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = w.name AND c.relkind IN ('r', 'p', 'm')
            CROSS JOIN LATERAL (
                SELECT CASE WHEN l.reltuples < 0 THEN pg_relation_size(l.oid) / 100 ELSE l.reltuples END AS rows,
                       pg_table_size(l.oid) AS bytes, pg_indexes_size(l.oid) AS indexes,
                       (SELECT count(*) FROM pg_index i WHERE i.indrelid = l.oid) AS number
                FROM pg_class l WHERE l.relkind IN ('r', 'm') AND (l.oid = c.oid OR c.relkind = 'p' AND l.oid IN (
                    SELECT t.relid FROM pg_partition_tree(c.oid) t WHERE t.isleaf))) p
            GROUP BY w.schema, w.name""";

    /** Tables below this size are done before anybody notices. */
    private static final long NOTICEABLE = 8L << 20;

    private static final Set<LintRule> REWRITES = Set.of(LintRule.REWRITE);
    private static final Set<LintRule> BUILDS = Set.of(
            LintRule.INDEX_BLOCKS_WRITES, LintRule.UNIQUE_SCAN, LintRule.PRIMARY_KEY_SCAN, LintRule.EXCLUSION_SCAN);
    private static final Set<LintRule> SCANS =
            Set.of(LintRule.CHECK_SCAN, LintRule.NOT_NULL_SCAN, LintRule.ATTACH_SCAN, LintRule.DOMAIN_CHECK_SCAN);

    private final Map<QualifiedName, Size> sizes;

    private record Size(long rows, long bytes, long indexBytes, int indexes) {}

    private TargetSizes(Map<QualifiedName, Size> sizes) {
        this.sizes = sizes;
    }

    /**
     * Reads the sizes of the tables that findings are about.
     *
     * @throws DatabaseException if the target cannot be read
     */
    static TargetSizes of(DataSource target, List<LintFinding> findings) {
        List<QualifiedName> tables = findings.stream()
                .flatMap(finding -> table(finding).stream())
                .distinct()
                .toList();
        Map<QualifiedName, Size> sizes = new HashMap<>();
        if (tables.isEmpty()) {
            return new TargetSizes(sizes);
        }
        try {
            JdbcClient.create(target)
                    .sql(SIZES)
                    .param(tables.stream().map(QualifiedName::schema).toArray(String[]::new))
                    .param(tables.stream().map(QualifiedName::name).toArray(String[]::new))
                    .query(row -> {
                        sizes.put(
                                new QualifiedName(row.getString("schema"), row.getString("name")),
                                new Size(
                                        row.getLong("rows"),
                                        row.getLong("bytes"),
                                        row.getLong("indexes"),
                                        row.getInt("number")));
                    });
        } catch (DataAccessException e) {
            throw new DatabaseException(
                    "The sizes of the tables cannot be read from the target: " + e.getMessage(),
                    "See that it runs, and that url, user and password are right.",
                    e);
        }
        return new TargetSizes(sizes);
    }

    /** Returns the table whose size matters: the first existing one, or the table of the first index. */
    private static Optional<QualifiedName> table(LintFinding finding) {
        return finding.subject().relations().stream()
                .filter(TracedRelation::existedBefore)
                .map(relation -> relation.table().orElse(relation.name()))
                .findFirst();
    }

    /** Returns whether a table is so large that work on it takes noticeable time. */
    boolean isNoticeable() {
        return sizes.values().stream().anyMatch(size -> size.bytes() >= NOTICEABLE);
    }

    /**
     * Returns the findings with the sizes of their tables.
     *
     * @param rates how fast the server of the target works; empty if that is not known
     */
    List<LintFinding> addedTo(List<LintFinding> findings, Supplier<Optional<WorkRates>> rates) {
        Optional<WorkRates> known = isNoticeable() ? rates.get() : Optional.empty();
        return findings.stream()
                .map(finding -> table(finding)
                        .map(sizes::get)
                        .filter(size -> size.rows() > 0)
                        .map(size -> finding.withSize(estimate(finding.rule(), size, known)))
                        .orElse(finding))
                .collect(Collectors.toUnmodifiableList());
    }

    private static SizeEstimate estimate(LintRule rule, Size size, Optional<WorkRates> rates) {
        long bytes = REWRITES.contains(rule) ? size.bytes() + size.indexBytes() : size.bytes();
        Optional<Duration> duration =
                size.bytes() < NOTICEABLE ? Optional.empty() : rates.flatMap(known -> duration(rule, size, known));
        return new SizeEstimate(size.rows(), bytes, duration);
    }

    private static Optional<Duration> duration(LintRule rule, Size size, WorkRates rates) {
        if (REWRITES.contains(rule)) {
            return Optional.of(rates.rewrite(size.rows()).plus(rates.index(size.rows(), size.indexes())));
        }
        if (BUILDS.contains(rule)) {
            return Optional.of(rates.index(size.rows(), 1));
        }
        if (rule == LintRule.REINDEX_BLOCKS) {
            return Optional.of(rates.index(size.rows(), Math.max(1, size.indexes())));
        }
        if (rule == LintRule.FOREIGN_KEY_SCAN) {
            return Optional.of(rates.reference(size.rows()));
        }
        return SCANS.contains(rule) ? Optional.of(rates.scan(size.bytes())) : Optional.empty();
    }
}
