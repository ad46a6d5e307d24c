package dev.athanor.migration.operation;

/**
 * One directive: something that a revision does to the schema or its data.
 *
 * @since 0.1.0
 */
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
     * Answers for each kind of operation: code that forgets a kind does not compile. Each kind has a visitor of its own for
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
