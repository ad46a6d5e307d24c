package dev.athanor.migration.operation;

/**
 * Represents one directive: what a revision does to the schema or its data.
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
                ScriptedOperation,
                ExtensionOperation,
                NamespaceOperation,
                DataOperation,
                SettingsOperation,
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
        /** Answers for {@link TableOperation}. */
        R table(TableOperation operation);

        /** Answers for {@link ColumnOperation}. */
        R column(ColumnOperation operation);

        /** Answers for {@link IndexOperation}. */
        R index(IndexOperation operation);

        /** Answers for {@link ConstraintOperation}. */
        R constraint(ConstraintOperation operation);

        /** Answers for {@link TypeOperation}. */
        R type(TypeOperation operation);

        /** Answers for {@link SequenceOperation}. */
        R sequence(SequenceOperation operation);

        /** Answers for {@link ViewOperation}. */
        R view(ViewOperation operation);

        /** Answers for {@link FunctionOperation}. */
        R function(FunctionOperation operation);

        /** Answers for {@link TriggerOperation}. */
        R trigger(TriggerOperation operation);

        /** Answers for {@link ScriptedOperation}. */
        R scripted(ScriptedOperation operation);

        /** Answers for {@link ExtensionOperation}. */
        R extension(ExtensionOperation operation);

        /** Answers for {@link NamespaceOperation}. */
        R namespace(NamespaceOperation operation);

        /** Answers for {@link DataOperation}. */
        R data(DataOperation operation);

        /** Answers for {@link SettingsOperation}. */
        R settings(SettingsOperation operation);

        /** Answers for {@link Rename}. */
        R rename(Rename operation);

        /** Answers for {@link SetComment}. */
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
