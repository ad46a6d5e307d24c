package dev.athanor.migration.verify;

import dev.athanor.migration.diff.ColumnOrderDifference;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.diff.Difference;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Compares two snapshots of a schema. */
final class SnapshotComparison {

    private SnapshotComparison() {}

    /** Returns the differences from the expected schema. Most snapshots are equal and need no comparison in detail. */
    static List<VerifyFinding> findings(Schema expected, Schema actual, VerifyPhase after) {
        if (expected.equals(actual)) {
            return List.of();
        }
        List<VerifyFinding> findings = new ArrayList<>();
        for (Difference difference :
                SchemaDiff.between(expected, actual, DiffOptions.EXACT).differences()) {
            findings.add(new VerifyFinding.Differs(after, difference));
        }
        for (ColumnOrderDifference difference :
                SchemaDiff.between(actual, expected, DiffOptions.EXACT).columnOrder()) {
            findings.add(new VerifyFinding.ColumnsMoved(after, difference));
        }
        if (findings.isEmpty() && !withoutDependencies(expected).equals(withoutDependencies(actual))) {
            findings.add(new VerifyFinding.Unlike(after));
        }
        return findings;
    }

    /** Returns the schema without its dependencies, which follow from the rest. */
    private static Schema withoutDependencies(Schema schema) {
        return schema.withDependencies(List.of());
    }
}
