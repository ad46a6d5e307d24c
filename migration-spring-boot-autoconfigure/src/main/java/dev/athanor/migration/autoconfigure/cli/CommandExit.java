package dev.athanor.migration.autoconfigure.cli;

/** Ends the process with an exit code; replaced in tests, through the application's bootstrap registry. */
@FunctionalInterface
public interface CommandExit {

    /** Ends the process. */
    void exit(int code);
}
