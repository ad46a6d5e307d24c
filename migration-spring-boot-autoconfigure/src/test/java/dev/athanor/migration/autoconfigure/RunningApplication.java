package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.testapp.NotesApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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
        return start(database, List.of(NotesApplication.class), properties);
    }

    static RunningApplication start(TestDatabase database, List<Class<?>> sources, String... properties)
            throws IOException {
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
        for (String property : properties) {
            String name = property.substring(0, property.indexOf('=') + 1);
            arguments.removeIf(argument -> argument.startsWith(name));
            arguments.add(property);
        }
        return new RunningApplication(
                port,
                CompletableFuture.supplyAsync(() ->
                        SpringApplication.run(sources.toArray(Class<?>[]::new), arguments.toArray(String[]::new))));
    }

    static int freePort() throws IOException {
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
        return get(path, "application/json");
    }

    Answer get(String path, String accept) throws InterruptedException {
        return send(request(path).header("Accept", accept));
    }

    Answer post(String path, String json) throws InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    static Answer send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), type, response.body());
        } catch (IOException e) {
            return new Answer(0, "", e.toString());
        }
    }

    /** Asks until the answer holds the text. */
    Answer waitFor(String path, String text) throws InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        Answer answer = get(path);
        while (!answer.body().contains(text) && System.nanoTime() < deadline && !failed()) {
            Thread.sleep(50);
            answer = get(path);
        }
        assertThat(answer.body()).contains(text);
        return answer;
    }

    record Answer(int status, String type, String body) {}

    @Override
    public void close() {
        if (!context.isCompletedExceptionally()) {
            context().close();
        }
    }
}
