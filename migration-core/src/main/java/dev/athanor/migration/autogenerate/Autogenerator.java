package dev.athanor.migration.autogenerate;

import dev.athanor.migration.autogenerate.RoundTripCheck.Outcome;
import dev.athanor.migration.autogenerate.RoundTripCheck.Persistence;
import dev.athanor.migration.diff.Change;
import dev.athanor.migration.diff.ColumnOrderDifference;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.diff.SettledSchema;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.script.TransactionMode;
import java.util.ArrayList;
import java.util.List;

/** Generates what a database lacks of a wanted schema, and proves it. */
public final class Autogenerator {

    private final SchemaComparison comparison;

    /** @param comparison with what is wanted */
    public Autogenerator(SchemaComparison comparison) {
        this.comparison = comparison;
    }

    /**
     * Generates and proves; the database is not changed, and no file is written yet.
     *
     * @throws UnprovenException where what is generated does not do what it should
     */
    public Autogeneration generate(WantedSchema wanted) {
        ComparedSchemas compared = comparison.compared(wanted);
        SchemaComparison whole = comparison.covering(compared.coverage());
        DiffOptions options = whole.options().withBusy(whole.filled()::contains);
        ComparisonReport report = new ComparisonReport(
                compared.name(),
                SchemaComparison.diff(compared, wanted, options),
                compared.coverage().without(wanted.leftOut()));
        return report.matches()
                ? new Autogeneration(report, List.of(), List.of())
                : new Generation(whole, report, compared, options).generate();
    }
}

/** Leaves out what the rows that are there do not allow, until the rest is proven. */
final class Generation {

    private final SchemaComparison comparison;
    private final ComparisonReport report;
    private final DiffOptions options;
    private final SettledSchema settled;
    private Refusals refusals;

    Generation(SchemaComparison comparison, ComparisonReport report, ComparedSchemas compared, DiffOptions options) {
        this.comparison = comparison;
        this.report = report;
        this.options = options;
        this.settled = new SettledSchema(compared.live(), compared.wanted(), options);
        this.refusals = Refusals.none(report.diff().suggestions());
    }

    Autogeneration generate() {
        Persistence persistence = Persistence.FIRST_REFUSAL;
        while (true) {
            Schema target = target();
            SchemaDiff diff = refusals.isEmpty() ? report.diff() : decided(target);
            RoundTripCheck proof = new RoundTripCheck(comparison, report, target, revisions(diff, List.of()));
            Persistence how = persistence;
            Outcome outcome = comparison.inTransaction(transaction -> proof.run(transaction, how));
            if (outcome.refusals().isEmpty()) {
                return new Autogeneration(report, revisions(diff, outcome.restored()), decisions(target));
            }
            outcome.refusals().stream().filter(refusals::isKnown).findFirst().ifPresent(proof::refuse);
            refusals = refusals.with(outcome.refusals());
            persistence = Persistence.EVERY_REFUSAL;
        }
    }

    private Schema target() {
        return refusals.isEmpty() ? settled.wanted() : settled.without(refusals.points());
    }

    private SchemaDiff decided(Schema target) {
        SchemaDiff diff = SchemaDiff.between(settled.live(), target, options);
        return diff.with(refusals.others(), report.diff().columnOrder());
    }

    private List<OpenDecision> decisions(Schema target) {
        Change open = SchemaDiff.between(target, settled.wanted(), options.withLocks(DiffOptions.Locks.ACCEPTED))
                .change();
        return new OpenDecisions(settled, refusals).of(open.upgrade());
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
