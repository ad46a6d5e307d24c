package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.testapp.NotesApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The test application on a port of its own, starting in the background. */
final class RunningApplication implements AutoCloseable {

    private final int port;
    private final CompletableFuture<ConfigurableApplicationContext> context;

    private RunningApplication(int port, CompletableFuture<ConfigurableApplicationContext> context) {
        this.port = port;
        this.context = context;
    }

    static RunningApplication start(TestDatabase database, String... properties) throws IOException {
        int port = freePort();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.jmx.enabled=false",
                "--spring.main.banner-mode=off",
                "--management.endpoints.web.exposure.include=*",
                "--management.endpoint.health.show-details=always",
                "--migration.status-cache=50ms"));
        arguments.addAll(List.of(properties));
        return new RunningApplication(
                port,
                CompletableFuture.supplyAsync(
                        () -> SpringApplication.run(NotesApplication.class, arguments.toArray(String[]::new))));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The context, once the application is started; fails as it did. */
    ConfigurableApplicationContext context() {
        return context.join();
    }

    boolean failed() {
        return context.isCompletedExceptionally();
    }

    boolean started() {
        return context.isDone();
    }

    /** Status and body; 0 while nobody answers. */
    Answer get(String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(0, e.toString());
        }
    }

    record Answer(int status, String body) {}

    @Override
    public void close() {
        if (!context.isCompletedExceptionally()) {
            context().close();
        }
    }
}
