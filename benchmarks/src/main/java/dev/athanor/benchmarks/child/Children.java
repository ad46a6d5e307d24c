package dev.athanor.benchmarks.child;

import dev.athanor.benchmarks.Arguments;
import dev.athanor.benchmarks.Benchmark;
import dev.athanor.benchmarks.ChildJvm;
import dev.athanor.benchmarks.Server;
import dev.athanor.benchmarks.report.Machine;
import dev.athanor.benchmarks.report.Samples;
import dev.athanor.benchmarks.report.Table;
import dev.athanor.migration.Migrations;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cold read of 5,000 revisions, a history of 10,000 in a small heap, and the smallest heap that a dump needs. */
public final class Children implements Benchmark {

    private static final List<Integer> HEAPS =
            List.of(64, 128, 192, 256, 320, 384, 448, 512, 640, 768, 1024, 1536, 2048, 3072);

    private final List<List<String>> rows = new ArrayList<>();

    @Override
    public Table run(Arguments arguments) throws Exception {
        readJar(arguments.number("jar-revisions", 5_000));
        try (Server server = Server.start()) {
            holdHistory(server, arguments.number("history", 10_000));
            applyDump(server, arguments.number("dump-megabytes", 200));
        }
        return new Table(List.of("work", "result"), rows, "Each in a JVM of its own; " + Machine.describe() + ".");
    }

    private void readJar(int revisions) throws Exception {
        System.err.println("read " + revisions + " revisions of a jar …");
        Path jar = RevisionsJar.write(revisions);
        Samples cold = new Samples();
        Samples warm = new Samples();
        for (int turn = 0; turn < 5; turn++) {
            String[] answer = answer(ChildJvm.of(ReadJar.class).run(jar.toString(), "" + revisions, "20"));
            cold.add(Samples.duration(answer[0]));
            warm.add(Samples.duration(answer[1]));
        }
        Files.delete(jar);
        String work = String.format("%,d revisions of a jar read, parsed and assembled, ", revisions);
        rows.add(List.of(work + "cold JVM", Samples.millis(cold.medianMillis())));
        rows.add(List.of(work + "warm", Samples.millis(warm.medianMillis())));
    }

    private void holdHistory(Server server, int revisions) throws Exception {
        System.err.println("history of " + revisions + " revisions …");
        Path jar = RevisionsJar.write(revisions);
        TestDatabase database = server.createDatabase();
        stamp(database, jar);
        Optional<String> answer =
                ChildJvm.of(HoldHistory.class, "-Xmx64m").run(database.url(), database.user(), jar.toString());
        Files.delete(jar);
        server.drop(database);
        rows.add(List.of(
                String.format("no-op and status at %,d revisions, heap of 64 MB", revisions),
                answer.map(line -> line.split(" ")[0] + " MB held").orElse("does not fit")));
    }

    private static void stamp(TestDatabase database, Path jar) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Migrations.builder(database.dataSource())
                    .source(new ClasspathSource(loader, "db/revisions"))
                    .build()
                    .stamp("heads");
        }
    }

    private void applyDump(Server server, int megabytes) throws Exception {
        Path folder = Dump.write(megabytes * 1_000_000L);
        String result = "needs more than " + HEAPS.get(HEAPS.size() - 1) + " MB";
        for (int heap : HEAPS) {
            System.err.println("dump of " + megabytes + " MB with a heap of " + heap + " MB …");
            TestDatabase database = server.createDatabase();
            Optional<String> answer = ChildJvm.of(ApplyDump.class, "-Xmx" + heap + "m", "-XX:+ExitOnOutOfMemoryError")
                    .run(database.url(), database.user(), folder.toString());
            server.drop(database);
            if (answer.isPresent()) {
                result = heap + " MB, " + Samples.millis(Double.parseDouble(answer.get()));
                break;
            }
        }
        Files.delete(folder.resolve("baseline.sql"));
        Files.delete(folder);
        rows.add(List.of("smallest heap that applies a script of " + megabytes + " MB", result));
    }

    private static String[] answer(Optional<String> line) {
        return line.orElseThrow(() -> new IllegalStateException("A child failed"))
                .split(" ");
    }
}
