package dev.athanor.migration.autoconfigure.cli;

import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Writes a line again each half second with the time that has passed; writes nothing if there is no terminal. */
final class Ticker {

    static final Ticker NONE = new Ticker(System.err, "");

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String CLEAR = "\r\u001B[2K";

    private final PrintStream err;
    private final String line;
    private final int columns = TerminalWidth.columns();
    private volatile String more = "";
    private @Nullable Thread thread;

    private Ticker(PrintStream err, String line) {
        this.err = err;
        this.line = line;
    }

    static Ticker start(PrintStream err, String line) {
        if (!Ansi.AUTO.enabled()) {
            return NONE;
        }
        Ticker ticker = new Ticker(err, line);
        Thread thread = new Thread(ticker::tick, "migration-progress");
        ticker.thread = thread;
        thread.setDaemon(true);
        thread.start();
        return ticker;
    }

    boolean ticks() {
        return thread != null;
    }

    /** Sets the text after the time. */
    void say(String words) {
        more = " " + words;
    }

    /** Shortens a line that would be wrapped and could not be cleared then. The end stays, because it changes. */
    static String fitting(String line, String end, int columns) {
        int room = Math.max(0, columns - 1 - end.length());
        String begin = line.length() <= room ? line : line.substring(0, room);
        String all = begin + end;
        return all.substring(0, Math.min(all.length(), columns - 1));
    }

    private void tick() {
        long begun = System.nanoTime();
        try {
            while (true) {
                long seconds = (System.nanoTime() - begun) / 1_000_000_000;
                err.print(CLEAR + fitting(line, " ... " + seconds + " s" + more, columns));
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
