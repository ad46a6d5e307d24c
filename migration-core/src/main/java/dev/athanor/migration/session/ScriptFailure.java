package dev.athanor.migration.session;

/**
 * Something in a script did not get through: one of its statements, or its code.
 *
 * @since 0.1.0
 */
public abstract class ScriptFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** Wraps what went wrong. */
    protected ScriptFailure(Throwable cause) {
        super(cause);
    }
}
