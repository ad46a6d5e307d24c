package dev.athanor.migration.lint;

import java.util.List;

/** Decides the rules for enums and domains. */
final class TypeChecks implements Check {

    private static final String VALIDATION =
            "PostgreSQL has no form of this validation for which writers do not wait: run it"
                    + " when the tables are not busy, and state that: `-- @allow domain-check-scan: <reason>`.";

    @Override
    public void check(Observation seen, Catalog end, Findings findings) {
        seen.before().types().forEach((oid, before) -> {
            Catalog.Type after = seen.after().types().get(oid);
            if (after != null && seen.context().existing().types().containsKey(oid)) {
                labels(seen, before, after, findings);
                domain(seen, before, after, findings);
            }
        });
    }

    private static void labels(Observation seen, Catalog.Type before, Catalog.Type after, Findings findings) {
        before.labels().forEach((oid, label) -> {
            if (!label.equals(after.labels().get(oid)) && !after.labels().containsValue(label)) {
                findings.add(
                        LintRule.BREAKS_OLD_CODE,
                        seen,
                        Findings.subject(seen, "type " + show(seen, before)),
                        "Old code uses value '" + label + "' of enum " + show(seen, before) + ", which is renamed to '"
                                + after.labels().get(oid) + "'.");
            }
        });
    }

    private static void domain(Observation seen, Catalog.Type before, Catalog.Type after, Findings findings) {
        boolean validated = after.checks().entrySet().stream()
                .anyMatch(check ->
                        check.getValue() && Boolean.FALSE.equals(before.checks().get(check.getKey())));
        boolean checked = validated
                || !before.notNull() && after.notNull()
                || after.checks().entrySet().stream()
                        .anyMatch(check -> check.getValue() && !before.checks().containsKey(check.getKey()));
        List<Catalog.Relation> read = seen.scannedExisting().stream()
                .filter(table -> seen.blocksWriters(table.oid()))
                .toList();
        if (checked && !read.isEmpty()) {
            String tables = String.join(", ", read.stream().map(seen::show).toList());
            findings.add(
                    LintRule.DOMAIN_CHECK_SCAN,
                    seen,
                    Findings.subject(seen, "domain " + show(seen, before), read.toArray(Catalog.Relation[]::new)),
                    seen.heldOn(read.get(0).oid()).orElse(LockMode.SHARE) + " on " + tables + ": checks domain "
                            + show(seen, before) + " for all rows; "
                            + seen.waiting(read.get(0).oid()) + ".",
                    validated ? VALIDATION : LintRule.DOMAIN_CHECK_SCAN.safeWay());
        }
    }

    private static String show(Observation seen, Catalog.Type type) {
        return type.schema().equals(seen.context().schema()) ? type.name() : type.schema() + "." + type.name();
    }
}
