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
import java.util.Optional;
import java.util.function.UnaryOperator;

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
        return generate(wanted, Choices.NONE);
    }

    /**
     * Generates and proves with what a person has decided.
     *
     * @throws ComparisonException where the choices do not fit the schemas
     * @throws UnprovenException where what is generated does not do what it should
     */
    public Autogeneration generate(WantedSchema wanted, Choices choices) {
        ComparedSchemas compared = comparison.compared(wanted);
        SchemaComparison whole = comparison.covering(compared);
        RenamedSchema renamed = RenamedSchema.of(compared, whole, choices.renames());
        ComparedSchemas left = compared.withLive(renamed.live());
        DiffOptions options = whole.options().withBusy(renamed.filled()::contains);
        SchemaDiff diff = SchemaComparison.diff(left, wanted, options);
        GivenValues values = new GivenValues(choices.values());
        values.requireUsed(diff.change().upgrade());
        UnaryOperator<SchemaDiff> chosen = found -> renamed.in(found.withUpgrade(values::in));
        ComparisonReport report = compared.report(chosen.apply(diff), wanted, options);
        requireDescribed(report);
        return report.matches()
                ? new Autogeneration(report, List.of(), List.of())
                : new Generation(
                                whole,
                                report,
                                left.asked(),
                                new SettledSchema(left.live(), left.wanted(), options),
                                chosen)
                        .generate();
    }

    private static void requireDescribed(ComparisonReport report) {
        if (!report.undescribed().isEmpty()) {
            throw new UnprovenException(
                    "The database differs from " + report.wanted() + " in what Athanor cannot write a revision for:\n"
                            + RoundTripCheck.lines(report.undescribed()),
                    RoundTripCheck.BY_HAND + RoundTripCheck.NOTHING_DONE,
                    List.of(),
                    null);
        }
    }
}

/** Leaves out what the rows that are there do not allow, until the rest is proven. */
final class Generation {

    /** Distinguishes the text of expressions. */
    private enum Text {
        READABLE,
        OF_THE_SERVER
    }

    private final SchemaComparison comparison;
    private final ComparisonReport report;
    private final ReadSchema asked;
    private final SettledSchema settled;
    private final UnaryOperator<SchemaDiff> chosen;
    private boolean reworded;
    private RefusedOperations refusals;

    /**
     * @param asked the wanted schema as it was created
     * @param chosen applies the decisions of the user to a difference
     */
    Generation(
            SchemaComparison comparison,
            ComparisonReport report,
            ReadSchema asked,
            SettledSchema settled,
            UnaryOperator<SchemaDiff> chosen) {
        this.comparison = comparison;
        this.report = report;
        this.asked = asked;
        this.settled = settled;
        this.chosen = chosen;
        this.refusals = RefusedOperations.none(report.diff().suggestions());
    }

    /** Generates readable text, or the server's own text if the server does not read the readable text alike. */
    Autogeneration generate() {
        try {
            return generate(Text.READABLE);
        } catch (UnprovenException e) {
            if (!reworded) {
                throw e;
            }
            return generate(Text.OF_THE_SERVER);
        }
    }

    private Autogeneration generate(Text text) {
        refusals = RefusedOperations.none(report.diff().suggestions());
        Persistence persistence = Persistence.FIRST_REFUSAL;
        while (true) {
            Schema target = target();
            SchemaDiff diff = worded(text, refusals.isEmpty() ? report.diff() : decided(target), target);
            RoundTripCheck proof = new RoundTripCheck(comparison, report, wanted(target), revisions(diff, List.of()));
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

    private SchemaDiff worded(Text text, SchemaDiff diff, Schema target) {
        if (text == Text.OF_THE_SERVER) {
            return diff;
        }
        SchemaDiff readable = diff.withChanges(change -> ReadableOperations.of(change, settled.live(), target));
        reworded |= !readable.equals(diff);
        return readable;
    }

    /** Returns what the upgrade is to lead to; the witness cannot see it if something is left to decide. */
    private RoundTripCheck.Wanted wanted(Schema target) {
        return new RoundTripCheck.Wanted(target, refusals.isEmpty() ? Optional.of(asked) : Optional.empty());
    }

    private Schema target() {
        return refusals.isEmpty() ? settled.wanted() : settled.without(refusals.points());
    }

    private SchemaDiff decided(Schema target) {
        SchemaDiff diff = SchemaDiff.between(settled.live(), target, settled.options());
        return chosen.apply(diff).with(refusals.others(), report.diff().columnOrder());
    }

    private List<OpenDecision> decisions(Schema target) {
        Change open = SchemaDiff.between(
                        target, settled.wanted(), settled.options().withLocks(DiffOptions.Locks.ACCEPTED))
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
