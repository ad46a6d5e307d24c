package dev.athanor.migration.runner;

import dev.athanor.migration.session.ScriptFailure;

/** A revision in Java that threw something, with the line of its class at which that was. */
final class CodeFailure extends ScriptFailure {

    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * @param line 1 where it is not known
     */
    CodeFailure(int line, RuntimeException cause) {
        super(cause);
        this.line = line;
    }

    int line() {
        return line;
    }

    /** Its name and message. */
    String words() {
        return String.valueOf(getCause());
    }
}
