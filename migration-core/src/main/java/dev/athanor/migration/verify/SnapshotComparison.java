package dev.athanor.migration.verify;

import dev.athanor.migration.diff.ColumnOrderDifference;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.diff.Difference;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.witness.Evidence;
import java.util.ArrayList;
import java.util.List;

/** Compares two snapshots of a schema. */
final class SnapshotComparison {

    private SnapshotComparison() {}

    /** Returns whether the witness sees a difference, or columns in another order. */
    static boolean differ(Evidence expected, Evidence actual) {
        return !actual.since(expected).isEmpty() || !actual.hasColumnsOrderedAs(expected);
    }

    /**
     * Returns the differences between two states. The catalog reader describes them; if it sees none, the witness names
     * those that have no description.
     *
     * @param schemas the schema before the upgrade, after it, after the downgrade and after the second upgrade, or an
     *     empty list if it could not be read
     */
    static List<VerifyFinding> findings(Evidence expected, Evidence actual, List<Schema> schemas, VerifyPhase after) {
        List<VerifyFinding> findings = new ArrayList<>();
        if (!schemas.isEmpty()) {
            int number = after == VerifyPhase.DOWNGRADE ? 0 : 1;
            addDescribed(findings, schemas.get(number), schemas.get(number + 2), after);
        }
        if (findings.stream().allMatch(VerifyFinding::lesser)) {
            actual.since(expected)
                    .forEach(difference -> findings.add(new VerifyFinding.Undescribed(after, difference)));
        }
        return findings;
    }

    private static void addDescribed(List<VerifyFinding> findings, Schema expected, Schema actual, VerifyPhase after) {
        for (Difference difference :
                SchemaDiff.between(expected, actual, DiffOptions.EXACT).differences()) {
            findings.add(new VerifyFinding.Differs(after, difference));
        }
        for (ColumnOrderDifference difference :
                SchemaDiff.between(actual, expected, DiffOptions.EXACT).columnOrder()) {
            findings.add(new VerifyFinding.ColumnsMoved(after, difference));
        }
    }
}
