package dev.athanor.demo;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The demo's jar as a process of its own, as a user starts it. */
final class DemoProcess implements AutoCloseable {

    private final Process process;
    private final Path output;
    private final int port;

    private DemoProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** {@code java <options> -jar demo.jar <arguments>}, on a free port. */
    static DemoProcess start(List<String> options, String... arguments) throws IOException {
        return start(Path.of(System.getProperty("demo.jar")), Map.of(), options, arguments);
    }

    /** The same from another place, with variables in its environment. */
    static DemoProcess start(Path jar, Map<String, String> environment, List<String> options, String... arguments)
            throws IOException {
        int port = freePort();
        Path output = Files.createTempFile("demo", ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new DemoProcess(process, output, port);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** The HTTP status; 0 while nobody answers. */
    int status(String path) throws InterruptedException {
        HttpResponse<String> response = get(path);
        return response == null ? 0 : response.statusCode();
    }

    String body(String path) throws InterruptedException {
        HttpResponse<String> response = get(path);
        return response == null ? "" : response.body();
    }

    /** The HTTP status of an empty POST; 0 while nobody answers. */
    int post(String path) throws InterruptedException {
        HttpResponse<String> response = send(request(path).POST(BodyPublishers.noBody()));
        return response == null ? 0 : response.statusCode();
    }

    private @Nullable HttpResponse<String> get(String path) throws InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static @Nullable HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            return null;
        }
    }

    /** Waits until the path answers with the status; gives up after a minute or when the process ends. */
    boolean answers(String path, int status) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (status(path) != status) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(100);
        }
        return true;
    }

    /** The exit code, once it has ended. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The demo did not end");
        }
        return process.exitValue();
    }

    /** Kills it as it is. */
    void kill(CrashProcess.Signal signal) throws InterruptedException {
        if (signal == CrashProcess.Signal.KILL) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
        exitCode();
    }

    /** What it printed, both streams. */
    String output() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        Files.delete(output);
    }
}
