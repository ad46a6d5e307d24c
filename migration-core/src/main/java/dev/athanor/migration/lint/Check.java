package dev.athanor.migration.lint;

import java.util.List;

/** Decides some rules for one statement. */
interface Check {

    /** Holds every check. */
    List<Check> ALL = List.of(
            new FailureChecks(),
            new IndexChecks(),
            new ConstraintChecks(),
            new ColumnChecks(),
            new RelationChecks(),
            new PartitionChecks(),
            new TypeChecks(),
            new TransactionChecks(),
            new SchemaChecks(),
            new StyleChecks());

    /**
     * Adds the findings of a statement.
     *
     * @param seen what was observed around the statement
     * @param end the catalogs after the revision
     */
    void check(Observation seen, Catalog end, Findings findings);
}
