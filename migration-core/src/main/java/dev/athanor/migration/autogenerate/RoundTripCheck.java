package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.Change;
import dev.athanor.migration.diff.ColumnOrderDifference;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.diff.OperationSubject;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.operation.IndexOperation.Build;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.IndexOperation.DropIndex;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.rendering.SqlText;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementSplitter;
import dev.athanor.migration.witness.UndescribedDifference;
import dev.athanor.migration.witness.WitnessScope.Extent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs the generated upgrade and downgrade on the database itself, compares the schema after each of them, and rolls
 * everything back.
 */
final class RoundTripCheck {

    private static final String ROWS_IN_THE_WAY = "Rows that are there are in the way: let the wanted schema allow for"
            + " them, or write this revision by hand after `migration revision -m …`.";
    private static final String IN_USE =
            "Another session uses the table: try again, or generate against a database of your" + " own.";
    private static final String NOT_ALLOWED = "Generate as the role that migrations run as: it owns the tables.";
    private static final String TOO_LONG =
            "It took too long here: raise statement_timeout, or generate against a smaller database.";
    private static final String IN_THE_WAY = "PostgreSQL does not make this change while another object uses what"
            + " changes. Write this revision by hand after `migration revision -m …`: remove what the message names, make"
            + " the change, and create it again.";
    private static final String OUR_FAULT =
            "This is a bug in Athanor: report it with both schemas, and write this revision by hand.";
    /** Tells what to do about a difference that has no description. */
    static final String BY_HAND = "Write a revision for it by hand after `migration revision -m …`, or leave it out of"
            + " what is compared.";

    static final String NOTHING_DONE = " No file was written, and all was rolled back.";

    private final SchemaComparison comparison;
    private final ComparisonReport report;
    private final Wanted wanted;
    private final List<GeneratedRevision> revisions;

    RoundTripCheck(
            SchemaComparison comparison, ComparisonReport report, Wanted wanted, List<GeneratedRevision> revisions) {
        this.comparison = comparison;
        this.report = report;
        this.wanted = wanted;
        this.revisions = revisions;
    }

    /**
     * Holds what the upgrade is to lead to.
     *
     * @param schema the schema
     * @param read the same schema as it was created, if it was
     */
    record Wanted(Schema schema, Optional<ReadSchema> read) {}

    /**
     * Describes how a proof ended: with refusals, or proven.
     *
     * @param refusals operations of the upgrade that the user decides on; if there are any, the rest was not tried
     * @param restored tables whose columns the downgrade leaves in another order
     */
    record Outcome(List<Refusal> refusals, List<ColumnOrderDifference> restored) {}

    /** Tells whether an upgrade continues after a refused operation. */
    enum Persistence {
        FIRST_REFUSAL,
        EVERY_REFUSAL
    }

    /**
     * Proves it.
     *
     * @throws UnprovenException where it does not do what it should
     */
    Outcome run(RollbackTransaction transaction, Persistence persistence) {
        ReadSchema before = read(transaction, Extent.EVERYTHING);
        List<Refusal> refusals = upgrade(transaction, persistence);
        if (!refusals.isEmpty()) {
            return new Outcome(refusals, List.of());
        }
        requireUpgraded(read(transaction, Extent.SCHEMAS));
        for (Operation operation : operations(reversed(), Change::downgrade)) {
            downgrade(transaction, operation);
        }
        ReadSchema after = read(transaction, Extent.EVERYTHING);
        SchemaDiff left = SchemaDiff.between(after.schema(), before.schema(), DiffOptions.EXACT.withPrivileges(true));
        String problem = "The generated downgrade does not restore the previous schema";
        requireNone(left, problem);
        requireNone(after.undescribedSince(before, left, DiffOptions.EXACT.withPrivileges(true)), problem);
        return new Outcome(List.of(), left.columnOrder());
    }

    private ReadSchema read(RollbackTransaction transaction, Extent extent) {
        return new ReadSchema(comparison.live(transaction), comparison.evidence(transaction, extent));
    }

    private void requireUpgraded(ReadSchema upgraded) {
        DiffOptions options = comparison.options().withPrivileges(true);
        SchemaDiff left = SchemaDiff.between(upgraded.schema(), wanted.schema(), options);
        String problem = "The generated upgrade does not lead to " + report.wanted();
        requireNone(left, problem);
        wanted.read()
                .ifPresent(read -> requireNone(read.undescribedSince(upgraded, left, comparison.options()), problem));
    }

    private List<Refusal> upgrade(RollbackTransaction transaction, Persistence persistence) {
        List<Refusal> refusals = new ArrayList<>();
        for (Operation operation : operations(revisions, Change::upgrade)) {
            Optional<RejectedStatement> rejected = persistence == Persistence.FIRST_REFUSAL
                    ? run(transaction, operation)
                    : transaction.attempt(() -> run(transaction, operation));
            rejected.ifPresent(one -> refuse(operation, one, refusals));
            if (!refusals.isEmpty() && persistence == Persistence.FIRST_REFUSAL) {
                break;
            }
        }
        return refusals;
    }

    /**
     * Refuses all that was generated for one operation.
     *
     * @throws UnprovenException in any case
     */
    void refuse(Refusal refusal) {
        throw refused("upgrade", refusal.rejected());
    }

    /** Records a refusal. Operations that fail only because of an earlier refusal are tried again without it. */
    private void refuse(Operation operation, RejectedStatement rejected, List<Refusal> refusals) {
        Refusal refusal = Refusal.open(operation, rejected).orElseThrow(() -> refused("upgrade", rejected));
        if (refusals.isEmpty() || refusal.isOfRows()) {
            refusals.add(refusal);
        }
    }

    /** Proves the downgrade. If existing rows prevent it, as its comment says, it is proven without those rows. */
    private void downgrade(RollbackTransaction transaction, Operation operation) {
        Optional<RejectedStatement> rejected = transaction.attempt(() -> run(transaction, operation));
        if (rejected.isEmpty()) {
            return;
        }
        QualifiedName table = table(operation)
                .filter(any -> new Refusal(operation, rejected.get()).isOfRows())
                .orElseThrow(() -> refused("downgrade", rejected.get()));
        try {
            transaction.execute("TRUNCATE " + RowAdvice.sql(table) + " CASCADE");
        } catch (SQLException e) {
            throw refused("downgrade", rejected.get());
        }
        run(transaction, operation).ifPresent(again -> {
            throw refused("downgrade", again);
        });
    }

    private static Optional<QualifiedName> table(Operation operation) {
        return OperationSubject.of(operation)
                .filter(object -> object.kind().isOnTable())
                .map(SchemaObject::name);
    }

    private List<GeneratedRevision> reversed() {
        List<GeneratedRevision> reversed = new ArrayList<>(revisions);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Returns the operations in a form that can run inside a transaction. */
    private static List<Operation> operations(
            List<GeneratedRevision> revisions, Function<Change, List<Operation>> direction) {
        return revisions.stream()
                .map(GeneratedRevision::change)
                .flatMap(change -> direction.apply(change).stream())
                .map(RoundTripCheck::locking)
                .toList();
    }

    private static Operation locking(Operation operation) {
        if (operation instanceof CreateIndex creation) {
            return locking(creation);
        }
        if (operation instanceof DropIndex drop) {
            CreateIndex creation = drop.creation();
            return new DropIndex(
                    drop.name(), creation == null ? null : locking(creation), Build.LOCKING, drop.options());
        }
        return operation;
    }

    private static CreateIndex locking(CreateIndex creation) {
        return new CreateIndex(creation.table(), creation.index(), Build.LOCKING, creation.existence());
    }

    /** Runs each statement by itself, split in the same way as the script will be. */
    private static Optional<RejectedStatement> run(RollbackTransaction transaction, Operation operation) {
        for (Statement statement : StatementSplitter.split(SqlText.of(List.of(operation)))) {
            try {
                transaction.execute(statement.sql());
            } catch (SQLException e) {
                return Optional.of(new RejectedStatement(statement, e));
            }
        }
        return Optional.empty();
    }

    private UnprovenException refused(String section, RejectedStatement rejected) {
        return new UnprovenException(
                "The generated " + section + " does not run on this database:\n" + rejected.excerpt() + "\n"
                        + rejected.words(),
                action(String.valueOf(rejected.failure().getSQLState())) + NOTHING_DONE,
                revisions,
                rejected.failure());
    }

    /**
     * Returns the action for a SQLState. Class 22 is a value that does not fit, class 23 a constraint that rows
     * violate.
     */
    private static String action(String state) {
        if (state.startsWith("22") || state.startsWith("23")) {
            return ROWS_IN_THE_WAY;
        }
        return switch (state) {
            case "55P03" -> IN_USE;
            case "42501" -> NOT_ALLOWED;
            case "57014" -> TOO_LONG;
            case "0A000", "2BP01", "42P16" -> IN_THE_WAY;
            default -> OUR_FAULT;
        };
    }

    private void requireNone(List<UndescribedDifference> left, String problem) {
        if (!left.isEmpty()) {
            throw new UnprovenException(
                    problem + "; what is left over:\n" + lines(left), BY_HAND + NOTHING_DONE, revisions, null);
        }
    }

    /** Returns the differences, one on a line. */
    static String lines(List<UndescribedDifference> differences) {
        return differences.stream().map(one -> "    " + one).collect(Collectors.joining("\n"));
    }

    private void requireNone(SchemaDiff left, String problem) {
        if (!left.isEmpty()) {
            throw new UnprovenException(
                    problem + "; what is left over:\n"
                            + left.differences().stream()
                                    .map(difference -> "    " + difference)
                                    .collect(Collectors.joining("\n")),
                    OUR_FAULT + NOTHING_DONE,
                    revisions,
                    null);
        }
    }
}
