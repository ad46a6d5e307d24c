package dev.athanor.benchmarks.contest;

import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Flyway, its community edition with default settings. */
final class FlywayContestant implements Contestant {

    @Override
    public String name() {
        return "Flyway";
    }

    @Override
    public void write(Revisions revisions, Path folder) throws IOException {
        Formats.flyway(revisions, folder);
    }

    @Override
    public void upgrade(DataSource dataSource, Path folder) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("filesystem:" + folder)
                .loggers("slf4j")
                .load()
                .migrate();
    }
}
