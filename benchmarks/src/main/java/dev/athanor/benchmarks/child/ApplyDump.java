package dev.athanor.benchmarks.child;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.source.FolderSource;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;

/** Applies the revisions of a folder, and prints how long it took. */
public final class ApplyDump {

    private ApplyDump() {}

    /** JDBC URL, user and folder. */
    public static void main(String... arguments) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments[0]);
        dataSource.setUser(arguments[1]);
        long begun = System.nanoTime();
        Migrations.builder(dataSource)
                .source(new FolderSource(Path.of(arguments[2])))
                .build()
                .upgrade();
        System.out.println((System.nanoTime() - begun) / 1e6);
    }
}
