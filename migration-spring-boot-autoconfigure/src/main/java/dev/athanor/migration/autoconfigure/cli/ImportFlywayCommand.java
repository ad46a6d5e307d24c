package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.takeover.FlywayImport;
import dev.athanor.migration.takeover.FlywayImport.Differences;
import dev.athanor.migration.takeover.FlywaySettings;
import dev.athanor.migration.takeover.Import;
import dev.athanor.migration.takeover.Takeover;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs {@code migration import flyway}. */
@picocli.CommandLine.Command(
        name = "flyway",
        description =
                "Turn Flyway's migrations into revisions, and its history into ours. Reads spring.flyway.*; nothing"
                        + " of Flyway's is changed. Exit with 3 if the revisions build another schema.")
final class ImportFlywayCommand extends Command {

    @Option(
            names = "--location",
            paramLabel = "LOCATION",
            description =
                    "Where Flyway's migrations are, such as filesystem:src/main/resources/db/migration; several are"
                            + " possible. Without it: spring.flyway.locations.")
    private List<String> locations = new ArrayList<>();

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            description = "Flyway's history table. Without it: spring.flyway.table.")
    private @Nullable String table;

    @Option(
            names = "--schema",
            paramLabel = "SCHEMA",
            description = "The schema of that table, in which Flyway works. Without it: spring.flyway.default-schema.")
    private @Nullable String schema;

    @Option(
            names = "--accept-differences",
            description =
                    "Import files that were changed after they were applied as they are, and missing ones as empty"
                            + " revisions.")
    private boolean acceptDifferences;

    @Mixin
    private ImportOptions options = new ImportOptions();

    ImportFlywayCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        FlywayProperties properties = FlywayProperties.of(scope().environment());
        FlywaySettings settings = properties.settings(table, schema);
        Takeover takeover = migrations().takeover();
        Takeover there = settings.schema().map(takeover::in).orElse(takeover);
        Import decided = FlywayImport.of(new FlywayImport.Request(
                        settings,
                        new FlywayLocations(scope().project())
                                .read(locations.isEmpty() ? properties.locations() : locations),
                        there.flyway(settings),
                        SourceFolders.known(scope(), migrations()),
                        acceptDifferences ? Differences.ACCEPTED : Differences.REFUSED,
                        Clock.systemUTC().instant()))
                .with(properties.notes(), properties.replacements());
        return new Importing(scope(), there, migrations(), options).run(decided, output);
    }
}
