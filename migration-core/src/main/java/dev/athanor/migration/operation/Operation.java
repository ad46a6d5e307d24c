package dev.athanor.migration.operation;

/** One directive: something that a revision does to the schema or its data. */
public sealed interface Operation
        permits TableOperation,
                ColumnOperation,
                IndexOperation,
                ConstraintOperation,
                TypeOperation,
                SequenceOperation,
                ViewOperation,
                FunctionOperation,
                TriggerOperation,
                ExtensionOperation,
                NamespaceOperation,
                DataOperation,
                Rename,
                SetComment {

    /**
     * What gives back the schema from before it; rows that it took away stay away.
     *
     * @throws IrreversibleOperationException where it does not hold what its reverse needs, with how to give it
     */
    Operation reverse();

    /** Whether it can take data away that its reverse does not bring back. */
    default boolean destructive() {
        return false;
    }

    /** Whether it may run inside a transaction. */
    default boolean transactional() {
        return true;
    }
}
