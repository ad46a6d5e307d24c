package dev.athanor.demo;

import dev.athanor.migration.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link CrashApplication} as a process of its own, which can be killed. */
final class CrashProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final Path log;

    private CrashProcess(Process process, Path log) {
        this.process = process;
        this.output = process.inputReader();
        this.log = log;
    }

    /**
     * Starts one.
     *
     * @param name seen on the server as the session's application
     */
    static CrashProcess start(TestDatabase database, Path revisions, String name) throws IOException {
        Path log = Files.createTempFile("crash", ".log");
        String url = database.url() + (database.url().contains("?") ? "&" : "?") + "ApplicationName=" + name;
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashApplication.class.getName(),
                url,
                database.user(),
                database.password(),
                revisions.toString());
        return new CrashProcess(
                new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
    }

    /** Waits until it is about to upgrade. */
    void awaitBegin() throws IOException {
        for (String line = output.readLine();
                line != null && !line.equals(CrashApplication.BEGINS);
                line = output.readLine()) {}
    }

    /**
     * Kills it, unless it has ended before.
     *
     * @return whether it was alive
     */
    boolean killAfter(long millis, Signal signal) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        kill(signal);
        return true;
    }

    void kill(Signal signal) throws InterruptedException {
        if (signal == Signal.KILL) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
        exitCode();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What kills it. */
    enum Signal {
        KILL,
        TERM
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("It did not end");
        }
        return process.exitValue();
    }

    /** What it logged, and what it died of. */
    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
        Files.delete(log);
    }
}
