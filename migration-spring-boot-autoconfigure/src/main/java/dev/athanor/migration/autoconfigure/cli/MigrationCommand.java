package dev.athanor.migration.autoconfigure.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs {@code migration} without a command. */
@CommandLine.Command(
        name = "migration",
        description = "Schema migrations of this application, on its own configuration.",
        versionProvider = MigrationCommand.Version.class,
        subcommandsRepeatable = false,
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the answer is no.",
            "Properties can be given as usual: --spring.datasource.url=..., --migration.target=..."
        })
final class MigrationCommand implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version of Athanor.")
    private boolean version;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Which command?");
        }
    }

    /** Returns the version from the jar's manifest, or an empty text if there is no jar. */
    static String version() {
        String version = MigrationCommand.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }

    /** Reads the version from the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = version();
            return new String[] {"Athanor " + (version.isEmpty() ? "(development)" : version)};
        }
    }
}
