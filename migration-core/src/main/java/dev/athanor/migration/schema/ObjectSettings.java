package dev.athanor.migration.schema;

/**
 * Describes how PostgreSQL stores or treats an object, besides what its definition says.
 *
 * @since 0.1.0
 */
public sealed interface ObjectSettings permits ColumnSettings, RelationSettings, IndexSettings, FiringSettings {

    /** Returns the visitor's answer for this kind of settings. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Answers for each kind of settings: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link ColumnSettings}. */
        R column(ColumnSettings settings);

        /** Answers for {@link RelationSettings}. */
        R relation(RelationSettings settings);

        /** Answers for {@link IndexSettings}. */
        R index(IndexSettings settings);

        /** Answers for {@link FiringSettings}. */
        R firing(FiringSettings settings);
    }
}
