package dev.athanor.benchmarks.start;

import dev.athanor.benchmarks.Server;
import dev.athanor.benchmarks.contest.Formats;
import dev.athanor.benchmarks.contest.Revisions;
import dev.athanor.benchmarks.report.Samples;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The starts of one variant.
 *
 * @param variant which
 * @param database its own, at head
 * @param folder its revisions
 * @param samples how long each start took
 */
record Starts(Variant variant, TestDatabase database, Path folder, Samples samples) {

    /** With a database that a first start, which does not count, has brought to head. */
    static Starts prepare(Variant variant, Server server, Revisions revisions)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("benchmarks");
        switch (variant) {
            case NONE -> {}
            case ATHANOR -> Formats.athanor(revisions, folder);
            case FLYWAY -> Formats.flyway(revisions, folder);
        }
        TestDatabase database = server.createDatabase();
        variant.start(database, folder);
        return new Starts(variant, database, folder, new Samples());
    }

    void again() throws IOException, InterruptedException {
        samples.add(variant.start(database, folder));
    }
}
