package dev.athanor.migration.runner;

/** Something in a script did not get through: one of its statements, or its code. */
abstract class ScriptFailure extends Exception {

    private static final long serialVersionUID = 1L;

    ScriptFailure(Throwable cause) {
        super(cause);
    }
}
