package dev.athanor.migration.lock;

import dev.athanor.migration.session.Message;

/**
 * Marks for other sessions which statement of a message is running. The mark is a shared transaction-level advisory
 * lock with the statement's number as its key.
 *
 * <p>Other sessions can see nothing else of a running transaction without data being touched. Few marks are taken,
 * because the server's lock table is small.
 *
 * @since 0.1.0
 */
public final class StatementMark {

    /** Defines the first half of the keys: "stmt" in ASCII. */
    private static final int CLASS = 0x73746d74;

    private static final int MOST = 100;

    /** Selects, as a subquery, the number that the backend {@code a.pid} has marked last. */
    static final String SEEN =
            "(SELECT max(l.objid::bigint) FROM pg_locks l WHERE l.locktype = 'advisory' AND l.objsubid ="
                    + " 2 AND l.classid = " + CLASS + " AND l.pid = a.pid)";

    private final int statements;

    /**
     * Creates the marks for a message.
     *
     * @param statements how many statements there will be, or 0 if that is unknown
     */
    public StatementMark(int statements) {
        this.statements = statements;
    }

    /**
     * Returns whether a statement is marked: every statement, evenly spaced ones if there are too many, or the first
     * ones if their number is unknown. A single statement needs no mark.
     */
    public boolean marks(int number) {
        if (statements == 0) {
            return number <= MOST;
        }
        int stride = (statements + MOST - 1) / MOST;
        return statements > 1 && (number - 1) % stride == 0;
    }

    /** Returns the statement that sets the mark, to be sent before the marked statement. */
    public static Message.Part part(int number) {
        return Message.Part.ours("SELECT pg_advisory_xact_lock_shared(" + CLASS + ", " + number + ")");
    }
}
