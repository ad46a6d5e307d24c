package dev.athanor.migration.lock;

import dev.athanor.migration.session.Message;

/**
 * Tells other sessions which statement of a message is being carried out: a shared advisory lock of the transaction, whose
 * key is the statement's number.
 *
 * <p>Nothing else of a transaction can be seen from outside while it runs, and touches no data. Few are taken, since the
 * server's lock table is small.
 *
 * @since 0.1.0
 */
public final class StatementMark {

    /** The first half of the keys: "stmt" in ASCII. */
    private static final int CLASS = 0x73746d74;

    private static final int MOST = 100;

    /** A subquery for the number that the backend {@code a.pid} has marked last. */
    static final String SEEN =
            "(SELECT max(l.objid::bigint) FROM pg_locks l WHERE l.locktype = 'advisory' AND l.objsubid ="
                    + " 2 AND l.classid = " + CLASS + " AND l.pid = a.pid)";

    private final int statements;

    /**
     * @param statements how many there will be; 0 where that is not known
     */
    public StatementMark(int statements) {
        this.statements = statements;
    }

    /** Tells whether a statement is marked: each, or as many of them as there may be marks. */
    public boolean marks(int number) {
        if (statements == 0) {
            return number <= MOST;
        }
        int stride = (statements + MOST - 1) / MOST;
        return statements > 1 && (number - 1) % stride == 0;
    }

    /** Returns what marks a statement, to be sent before it. */
    public static Message.Part part(int number) {
        return Message.Part.ours("SELECT pg_advisory_xact_lock_shared(" + CLASS + ", " + number + ")");
    }
}
