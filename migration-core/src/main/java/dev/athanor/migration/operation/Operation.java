package dev.athanor.migration.operation;

/** Represents one directive: what a revision does to the schema or its data. */
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

    /** Returns the visitor's answer for this kind of operation. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Answers for each kind of operation: code that forgets a kind does not compile. Each kind has a visitor of its
     * own for
     * the operations that it consists of.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        R table(TableOperation operation);

        R column(ColumnOperation operation);

        R index(IndexOperation operation);

        R constraint(ConstraintOperation operation);

        R type(TypeOperation operation);

        R sequence(SequenceOperation operation);

        R view(ViewOperation operation);

        R function(FunctionOperation operation);

        R trigger(TriggerOperation operation);

        R extension(ExtensionOperation operation);

        R namespace(NamespaceOperation operation);

        R data(DataOperation operation);

        R rename(Rename operation);

        R comment(SetComment operation);
    }

    /**
     * Returns the operation that restores the previous schema. Rows that this operation removed are not restored.
     *
     * @throws IrreversibleOperationException if the operation does not hold what its reverse needs; the exception
     *     says how to give it
     */
    Operation reverse();

    /** Returns whether the operation can remove data that its reverse does not restore. */
    default boolean destructive() {
        return false;
    }

    /** Returns whether the operation may run inside a transaction. */
    default boolean transactional() {
        return true;
    }
}
