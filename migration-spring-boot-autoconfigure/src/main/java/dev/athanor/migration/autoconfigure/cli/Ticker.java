package dev.athanor.migration.autoconfigure.cli;

import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** On a terminal, writes a line again each half second with the time that has passed; elsewhere nothing. */
final class Ticker {

    static final Ticker NONE = new Ticker(null);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String CLEAR = "\r\u001B[2K";

    private final @Nullable Thread thread;

    private Ticker(@Nullable Thread thread) {
        this.thread = thread;
    }

    static Ticker start(PrintStream err, String line) {
        if (!Ansi.AUTO.enabled()) {
            return NONE;
        }
        Thread thread = new Thread(() -> tick(err, line), "migration-progress");
        thread.setDaemon(true);
        thread.start();
        return new Ticker(thread);
    }

    private static void tick(PrintStream err, String line) {
        long begun = System.nanoTime();
        try {
            while (true) {
                err.print(CLEAR + line + " ... " + (System.nanoTime() - begun) / 1_000_000_000 + " s");
                err.flush();
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            err.print(CLEAR);
        }
    }

    void stop() {
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
