package dev.athanor.migration.lint;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the names of the relations and columns that the target already has.
 *
 * @param names each as schema.relation or schema.relation.column
 */
record TargetObjects(Set<String> names) {

    private static final String LOOK = "SELECT n.nspname || '.' || c.relname || coalesce('.' || a.attname, '')"
            + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " LEFT JOIN (SELECT attrelid, attname FROM pg_catalog.pg_attribute WHERE attnum > 0 AND NOT attisdropped"
            + " UNION ALL SELECT oid, NULL FROM pg_catalog.pg_class) a ON a.attrelid = c.oid"
            + " WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'i', 'I') AND n.nspname !~ '^pg_'";

    static TargetObjects of(DataSource target) {
        return new TargetObjects(new TreeSet<>(
                JdbcClient.create(target).sql(LOOK).query(String.class).list()));
    }

    /** Reports what a revision creates although the target has it already. */
    void check(RevisionTrace revision, Findings findings) {
        for (Observation seen : revision.observations()) {
            boolean accepts = seen.sql().toUpperCase(Locale.ROOT).contains("IF NOT EXISTS");
            if (!accepts) {
                created(seen)
                        .filter(name -> names.contains(name))
                        .findFirst()
                        .ifPresent(name -> findings.add(
                                LintRule.DRIFTED_ALREADY,
                                seen,
                                Findings.subject(seen, name),
                                "The target database already has " + name + ", which the revision creates."));
            }
        }
    }

    /** Returns the names that are new after a statement: relations first, and columns only of relations that were there. */
    private static Stream<String> created(Observation seen) {
        List<Catalog.Relation> fresh = seen.after().without(seen.before());
        Stream<String> relations = fresh.stream()
                .filter(relation -> relation.kind() != 't')
                .filter(relation ->
                        seen.before().named(relation.schema(), relation.name()).isEmpty())
                .map(Catalog.Relation::label);
        Stream<String> columns = seen.survivors()
                .filter(pair -> pair.before().isTable())
                .flatMap(pair -> pair.newColumns()
                        .filter(column -> pair.before().column(column.name()).isEmpty())
                        .map(column -> pair.before().label() + "." + column.name()));
        return Stream.concat(relations, columns);
    }
}
