package dev.athanor.migration.autoconfigure.lint;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.lint.HeldLock;
import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintRule;
import dev.athanor.migration.lint.LockMode;
import dev.athanor.migration.lint.SizeEstimate;
import dev.athanor.migration.lint.StatementError;
import dev.athanor.migration.lint.StatementPlace;
import dev.athanor.migration.lint.StatementTrace;
import dev.athanor.migration.lint.TracedRelation;
import dev.athanor.migration.lint.TracedRelation.Kind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.script.TransactionMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reports of lint, made by hand. */
public final class LintReports {

    /** A report without revisions. */
    public static final LintReport NOTHING = new LintReport(List.of(), List.of(), List.of(), Duration.ZERO);

    private static final QualifiedName ORDERS = QualifiedName.of("public", "orders");

    private LintReports() {}

    /** A report with an error of known size, a warning in an odd file, a note without a line, and an allowed error. */
    public static LintReport every() {
        TracedRelation table = new TracedRelation(ORDERS, Kind.TABLE, Optional.empty(), true);
        TracedRelation index =
                new TracedRelation(QualifiedName.of("public", "orders_pkey"), Kind.INDEX, Optional.of(ORDERS), true);
        StatementTrace trace = new StatementTrace(
                place("db/revisions/a1.sql", 14),
                TransactionMode.TRANSACTIONAL,
                List.of(new HeldLock(table, LockMode.ACCESS_EXCLUSIVE, 1)),
                List.of(table, index),
                List.of(table),
                Optional.of(new StatementError("22001", "value too long")));
        return new LintReport(
                List.of(new RevisionId("a1"), new RevisionId("b1")),
                List.of(
                        finding(LintRule.REWRITE, "db/revisions/a1.sql", 14)
                                .withSize(new SizeEstimate(41_000_000, 18L << 30, Optional.of(Duration.ofMinutes(7)))),
                        finding(LintRule.TWO_HOT_TABLES, "db/revisions/a b, c: 100%.sql", 3),
                        finding(LintRule.CHAR_TYPE, "com/example/revisions/AddNames.java", 0),
                        finding(LintRule.DATA_LOST, "db/revisions/a1.sql", 20).allowedFor("nobody reads it")),
                List.of(trace),
                Duration.ofMillis(1234));
    }

    private static LintFinding finding(LintRule rule, String file, int line) {
        return new LintFinding(
                rule,
                rule.severity(),
                place(file, line),
                new LintFinding.Subject("table orders", List.of()),
                "ACCESS EXCLUSIVE on orders:\n  100% of it is \"written\" anew.",
                rule.safeWay(),
                Optional.empty(),
                Optional.empty());
    }

    private static StatementPlace place(String file, int line) {
        return new StatementPlace(
                new RevisionId("a1"), Direction.UPGRADE, file, line, 1, "ALTER TABLE orders ALTER id TYPE bigint");
    }
}
