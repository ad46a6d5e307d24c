package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.ColumnOrderDifference;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.script.TransactionMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Generates the revisions that turn a database's schema into a wanted schema, and proves them.
 *
 * @since 0.1.0
 */
public final class Autogenerator {

    private final SchemaComparison comparison;

    /**
     * Creates a generator.
     *
     * @param comparison the comparison with a wanted schema
     */
    public Autogenerator(SchemaComparison comparison) {
        this.comparison = comparison;
    }

    /**
     * Generates and proves the revisions. The database is not changed, and no file is written yet.
     *
     * @throws UnprovenException if a generated revision does not have the intended effect
     */
    public Autogeneration generate(WantedSchema wanted) {
        ComparedSchemas compared = comparison.compared(wanted);
        SchemaComparison whole = comparison.covering(compared);
        SchemaDiff diff =
                SchemaComparison.diff(compared, wanted, whole.options().withBusy(whole.filled()::contains));
        ComparisonReport report = compared.report(diff, wanted);
        return diff.isEmpty()
                ? new Autogeneration(report, List.of())
                : new Autogeneration(report, proven(whole, report, compared));
    }

    /** In the words of a person, or in those of the server where it does not read the former in the same way. */
    private static List<GeneratedRevision> proven(
            SchemaComparison whole, ComparisonReport report, ComparedSchemas compared) {
        SchemaDiff readable =
                report.diff().withChanges(change -> ReadableOperations.of(change, compared.live(), compared.wanted()));
        try {
            return revisions(readable, prove(whole, report, readable, compared.wanted()));
        } catch (UnprovenException e) {
            if (readable.equals(report.diff())) {
                throw e;
            }
            return revisions(report.diff(), prove(whole, report, report.diff(), compared.wanted()));
        }
    }

    private static List<ColumnOrderDifference> prove(
            SchemaComparison whole, ComparisonReport report, SchemaDiff diff, Schema wanted) {
        RoundTripCheck proof = new RoundTripCheck(whole, report, wanted, revisions(diff, List.of()));
        return whole.inTransaction(proof::run);
    }

    private static List<GeneratedRevision> revisions(SchemaDiff diff, List<ColumnOrderDifference> restored) {
        List<GeneratedRevision> revisions = new ArrayList<>();
        if (!diff.change().isEmpty()) {
            revisions.add(new GeneratedRevision(
                    diff.change(), TransactionMode.TRANSACTIONAL, ReviewNotes.of(diff, restored)));
        }
        if (!diff.afterwards().isEmpty()) {
            revisions.add(new GeneratedRevision(diff.afterwards(), TransactionMode.NONE, ReviewNotes.OUTSIDE));
        }
        return revisions;
    }
}
