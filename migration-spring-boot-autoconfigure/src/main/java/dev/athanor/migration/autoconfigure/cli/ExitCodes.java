package dev.athanor.migration.autoconfigure.cli;

/** Defines the exit codes of commands. */
final class ExitCodes {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int NO = 3;

    private ExitCodes() {}
}
