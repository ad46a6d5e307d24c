package dev.athanor.benchmarks.child;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.status.MigrationStatus;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;

/** Upgrades or finds nothing to do, then reads the status, and prints the megabytes that are held afterwards. */
public final class HoldHistory {

    private HoldHistory() {}

    /** JDBC URL, user and jar. */
    public static void main(String... arguments) throws Exception {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        dataSource.setUser(arguments[1]);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {Path.of(arguments[2]).toUri().toURL()}, null)) {
            Migrations migrations = Migrations.builder(dataSource)
                    .source(new ClasspathSource(loader, "db/revisions"))
                    .build();
            migrations.upgrade();
            MigrationStatus status = migrations.status();
            System.out.println(held() + " " + status.state());
        }
    }

    private static long held() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
    }
}
