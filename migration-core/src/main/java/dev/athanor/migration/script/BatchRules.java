package dev.athanor.migration.script;

import dev.athanor.migration.operation.Batch;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.sql.RangedStatement;
import dev.athanor.migration.sql.SqlSyntaxException;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what a section that runs in batches may contain. */
final class BatchRules {

    private final Marker marker;
    private final BatchOptions options;
    private final Problems problems;

    BatchRules(Marker marker, BatchOptions options, Problems problems) {
        this.marker = marker;
        this.options = options;
        this.problems = problems;
    }

    /** Returns the batch of the section, or {@code null} if the section does not consist of one valid statement. */
    @Nullable Batch read(List<Statement> statements) {
        if (statements.size() != 1) {
            problems.add(
                    statements.isEmpty() ? marker.line() : statements.get(1).line(),
                    "A section that runs in batches is one statement, and this has " + statements.size() + ".",
                    "Give each statement a revision of its own.");
            return null;
        }
        Statement statement = statements.get(0);
        try {
            RangedStatement ranged = RangedStatement.of(statement.sql());
            check(statement, ranged);
            return options.of(ranged);
        } catch (SqlSyntaxException refused) {
            problems.add(
                    statement.line() + refused.fault().line() - 1,
                    refused.fault().problem(),
                    refused.fault().action());
            return null;
        }
    }

    private void check(Statement statement, RangedStatement ranged) {
        RangedStatement.Walked walked = ranged.walked();
        QualifiedName table = options.table();
        if (walked == null && table == null) {
            problems.add(
                    statement.line(),
                    "The statement has `:batch`, and it is not said which table is walked.",
                    "Name the table of the key on line " + marker.line() + ": `table=users`.");
        } else if (walked != null && table != null && !walked.table().equals(table)) {
            problems.add(
                    marker.line(),
                    "Option `table` names " + table + ", and the statement changes " + walked.table() + ".",
                    "Remove the option, or write `:batch` in the statement where the range of the key goes.");
        }
        if (ranged.assigned().contains(options.key())) {
            problems.add(
                    statement.line(),
                    "The statement sets `" + options.key() + "`, the key by which the table is walked.",
                    "Walk it by another key: a row that moves may be changed twice.");
        }
    }
}
