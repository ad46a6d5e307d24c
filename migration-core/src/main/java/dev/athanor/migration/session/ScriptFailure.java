package dev.athanor.migration.session;

/**
 * Reports a failure in a script: of one of its statements, or of its code.
 *
 * @since 0.1.0
 */
public abstract class ScriptFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** Creates the failure with its cause. */
    protected ScriptFailure(Throwable cause) {
        super(cause);
    }
}
