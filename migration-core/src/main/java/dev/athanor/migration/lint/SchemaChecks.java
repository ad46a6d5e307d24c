package dev.athanor.migration.lint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Decides the rules for schemas: changes outside of the schema of the migrations, and renamed schemas. */
final class SchemaChecks implements Check {

    @Override
    public void check(Observation seen, Catalog end, Findings findings) {
        renamed(seen, findings);
        written(seen)
                .forEach((object, relation) -> findings.add(
                        LintRule.WRITES_OUTSIDE_SCHEMA,
                        seen,
                        new LintFinding.Subject(object, relation),
                        "The statement changes " + object + ", outside of schema "
                                + seen.context().schema() + "."));
    }

    private static void renamed(Observation seen, Findings findings) {
        seen.before().schemas().forEach((oid, name) -> {
            String now = seen.after().schemas().get(oid);
            boolean existed = seen.context().existing().schemas().containsKey(oid);
            if (existed && !name.equals(now)) {
                findings.add(
                        LintRule.BREAKS_OLD_CODE,
                        seen,
                        Findings.subject(seen, "schema " + name),
                        "Old code uses schema " + name + ", which is "
                                + (now == null ? "dropped." : "renamed to " + now + "."));
            }
        });
    }

    /** Returns the changed objects outside of the schema, each with its relation if it is one. */
    private static Map<String, List<TracedRelation>> written(Observation seen) {
        Map<String, List<TracedRelation>> written = new TreeMap<>();
        seen.activity().written().stream()
                .filter(object -> isForeign(seen, object.schema()))
                .forEach(object -> written.put(object.kind() + " " + object.schema() + "." + object.name(), List.of()));
        seen.dropped().stream()
                .filter(relation -> relation.isReadable() && isForeign(seen, relation.schema()))
                .forEach(relation -> written.put("relation " + relation.label(), List.of()));
        seen.activity().taken().forEach((oid, mode) -> seen.before()
                .relation(oid)
                .filter(relation -> relation.holdsRows() && seen.existed(relation))
                .filter(relation -> isForeign(seen, relation.schema()))
                .filter(relation -> mode.compareTo(LockMode.ROW_EXCLUSIVE) >= 0)
                .ifPresent(relation -> written.put("relation " + relation.label(), List.of(seen.traced(relation)))));
        return written;
    }

    private static boolean isForeign(Observation seen, String schema) {
        return seen.context().foreignSchemas().contains(schema)
                && !schema.equals(seen.context().schema());
    }
}
