package dev.athanor.demo;

import com.sun.net.httpserver.HttpServer;
import dev.athanor.migration.autoconfigure.actuate.page.ApplicationView;
import dev.athanor.migration.autoconfigure.actuate.page.DatabaseView;
import dev.athanor.migration.autoconfigure.actuate.page.MigrationsPage;
import dev.athanor.migration.autoconfigure.json.ApplicationDescriptor;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.MigrationStatus.AppliedRevision;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page of an application with a long history, served by nobody but this test. */
record LongHistory(HttpServer server) implements AutoCloseable {

    static LongHistory serve(int revisions) throws IOException {
        byte[] page = new MigrationsPage(new ApplicationView(new ApplicationDescriptor("demo", List.of(), null), null))
                .overview(List.of(new DatabaseView(status(revisions), scripts(revisions), null, Optional.empty())))
                .getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return new LongHistory(server);
    }

    private static MigrationStatus status(int revisions) {
        return new MigrationStatus(
                "default",
                new MigrationStatus.Place(null, null, null),
                MigrationStatus.State.AT_HEAD,
                "The schema is at its head, nothing is pending.",
                "",
                CurrentHeads.of(List.of(id(revisions))),
                "heads",
                CurrentHeads.of(List.of(id(revisions))),
                List.of(),
                IntStream.rangeClosed(1, revisions)
                        .mapToObj(LongHistory::applied)
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static List<RevisionScript> scripts(int revisions) {
        List<ScriptFile> files = IntStream.rangeClosed(1, revisions)
                .mapToObj(number -> new ScriptFile(id(number) + ".sql", script(number)))
                .toList();
        return ScriptDirectory.parse(files, Placeholders.none()).scripts();
    }

    private static String script(int number) {
        String revises = revises(number).stream().map(RevisionId::value).collect(Collectors.joining(", "));
        return "-- revision " + number + " of many\n--\n-- Revision ID: " + id(number) + "\n-- Revises: " + revises
                + "\n\n-- @upgrade\nSELECT 1;\n\n-- @downgrade\nSELECT 2;\n";
    }

    /** Each week a branch of one revision, merged by the next one. */
    private static List<RevisionId> revises(int number) {
        if (number == 1) {
            return List.of();
        }
        return switch (number % 7) {
            case 3 -> List.of(id(number - 2));
            case 4 -> List.of(id(number - 1), id(number - 2));
            default -> List.of(id(number - 1));
        };
    }

    private static AppliedRevision applied(int number) {
        Instant at = Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofHours(number));
        Duration duration = Duration.ofMillis(number % 97 * 13L);
        return new AppliedRevision(
                id(number),
                "revision " + number + " of many",
                revises(number),
                true,
                at,
                duration,
                "app",
                "pod",
                Direction.UPGRADE);
    }

    private static RevisionId id(int number) {
        return new RevisionId("r%04d".formatted(number));
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
