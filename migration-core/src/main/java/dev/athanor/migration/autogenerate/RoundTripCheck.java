package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.Change;
import dev.athanor.migration.diff.ColumnOrderDifference;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.operation.IndexOperation.Build;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.IndexOperation.DropIndex;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.rendering.SqlText;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementSplitter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Runs the generated upgrade and downgrade on the database itself, compares the schema after each of them, and rolls
 * everything back.
 */
final class RoundTripCheck {

    private static final String ROWS_IN_THE_WAY = "Rows that are there are in the way: let the wanted schema allow for"
            + " them (a default, or nullable at first), or write this revision by hand after `migration revision -m …`.";
    private static final String IN_USE =
            "Another session uses the table: try again, or generate against a database of your" + " own.";
    private static final String NOT_ALLOWED = "Generate as the role that migrations run as: it owns the tables.";
    private static final String TOO_LONG =
            "It took too long here: raise statement_timeout, or generate against a smaller database.";
    private static final String OUR_FAULT =
            "This is a bug in Athanor: report it with both schemas, and write this revision by hand.";
    private static final String NOTHING_DONE = " No file was written, and all was rolled back.";

    private final SchemaComparison comparison;
    private final ComparisonReport report;
    private final Schema wanted;
    private final List<GeneratedRevision> revisions;

    RoundTripCheck(
            SchemaComparison comparison, ComparisonReport report, Schema wanted, List<GeneratedRevision> revisions) {
        this.comparison = comparison;
        this.report = report;
        this.wanted = wanted;
        this.revisions = revisions;
    }

    /**
     * Proves the generated revisions.
     *
     * @return the tables whose columns the downgrade leaves in another order
     * @throws UnprovenException if a revision does not have the intended effect
     */
    List<ColumnOrderDifference> run(RollbackTransaction transaction) {
        Schema before = comparison.live(transaction);
        run(transaction, "upgrade", operations(revisions, Change::upgrade));
        requireNone(
                SchemaDiff.between(comparison.live(transaction), wanted, comparison.options()),
                "The generated upgrade does not lead to " + report.wanted());
        run(transaction, "downgrade", operations(reversed(), Change::downgrade));
        SchemaDiff left = SchemaDiff.between(comparison.live(transaction), before, DiffOptions.EXACT);
        requireNone(left, "The generated downgrade does not restore the previous schema");
        return left.columnOrder();
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
    private void run(RollbackTransaction transaction, String section, List<Operation> operations) {
        for (Statement statement : StatementSplitter.split(SqlText.of(operations))) {
            try {
                transaction.execute(statement.sql());
            } catch (SQLException e) {
                throw refused(section, new RejectedStatement(statement, e));
            }
        }
    }

    private UnprovenException refused(String section, RejectedStatement rejected) {
        return new UnprovenException(
                "The generated " + section + " does not run on this database:\n" + rejected.excerpt() + "\n"
                        + rejected.words(),
                action(String.valueOf(rejected.failure().getSQLState())) + NOTHING_DONE + renames(),
                revisions,
                rejected.failure());
    }

    /** Returns the suggested renames, because rows are kept if an object only gets another name. */
    private String renames() {
        return revisions.stream()
                .flatMap(revision -> revision.notes().upgrade().stream())
                .filter(note -> note.instead().isPresent())
                .map(note -> "\n" + new SqlSection(List.of(note), List.of(), false).text())
                .collect(Collectors.joining());
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
            default -> OUR_FAULT;
        };
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
