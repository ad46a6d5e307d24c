package dev.athanor.migration.sql;

/**
 * Describes what can be found out about a statement that ran outside of our transactions and whose end was not seen.
 *
 * <p>Names are as they are written: quoted where they are quoted, qualified where they are qualified.
 *
 * @since 0.1.0
 */
public sealed interface LoneStatement {

    /** Returns the visitor's answer for this kind of statement. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Answers for each kind of statement: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link CreateIndex}. */
        R createIndex(CreateIndex statement);

        /** Answers for {@link DropIndex}. */
        R dropIndex(DropIndex statement);

        /** Answers for {@link DetachPartition}. */
        R detachPartition(DetachPartition statement);

        /** Answers for {@link Repeatable}. */
        R repeatable(Repeatable statement);

        /** Answers for {@link Opaque}. */
        R opaque(Opaque statement);
    }

    /** Represents {@code CREATE INDEX CONCURRENTLY index ON table}. A failed build leaves an invalid index. */
    record CreateIndex(String index, String table) implements LoneStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createIndex(this);
        }
    }

    /** Represents {@code DROP INDEX CONCURRENTLY index}. */
    record DropIndex(String index) implements LoneStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropIndex(this);
        }
    }

    /** Represents {@code ALTER TABLE parent DETACH PARTITION partition CONCURRENTLY}. A failed one is left pending. */
    record DetachPartition(String parent, String partition) implements LoneStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.detachPartition(this);
        }
    }

    /** Represents {@code REINDEX}, {@code VACUUM} and similar statements, which may safely run once more. */
    record Repeatable() implements LoneStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.repeatable(this);
        }
    }

    /** Represents any other statement, whose effect cannot be looked up. */
    record Opaque() implements LoneStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.opaque(this);
        }
    }

    /** Classifies a statement. */
    static LoneStatement of(String sql) {
        return new LoneStatementParser(sql).parse();
    }
}
