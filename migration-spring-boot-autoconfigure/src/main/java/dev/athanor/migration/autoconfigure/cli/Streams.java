package dev.athanor.migration.autoconfigure.cli;

import java.io.PrintStream;

/**
 * Keeps standard output for results: while a command runs, everything else that prints there goes to standard error.
 *
 * @param out the original standard output
 * @param err standard error
 */
record Streams(PrintStream out, PrintStream err) {

    /** Takes standard output away from everybody else. */
    static Streams take() {
        Streams streams = new Streams(System.out, System.err);
        System.setOut(System.err);
        return streams;
    }

    void giveBack() {
        out.flush();
        err.flush();
        System.setOut(out);
    }
}
