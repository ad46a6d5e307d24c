package dev.athanor.migration.runner;

import dev.athanor.migration.session.StatementFailure;

/** Carries what stopped an operation through a revision's code, which declares no exceptions. */
final class StoppedCode extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exception reason;

    /**
     * @param reason a {@link StatementFailure} or an {@code SQLException}
     */
    StoppedCode(Exception reason) {
        super(reason);
        this.reason = reason;
    }

    Exception reason() {
        return reason;
    }
}
