package dev.athanor.migration.runner;

import dev.athanor.migration.session.ScriptFailure;

/** Reports an exception from a revision in Java, with the line of its class at which the exception was thrown. */
final class CodeFailure extends ScriptFailure {

    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * Creates the failure.
     *
     * @param line the line in the class of the revision, or 1 if it is unknown
     */
    CodeFailure(int line, RuntimeException cause) {
        super(cause);
        this.line = line;
    }

    int line() {
        return line;
    }

    /** Returns the name and the message of the exception. */
    String words() {
        return String.valueOf(getCause());
    }
}
