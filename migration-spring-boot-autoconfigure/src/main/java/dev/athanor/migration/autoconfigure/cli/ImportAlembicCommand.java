package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.takeover.AlembicImport;
import dev.athanor.migration.takeover.AlembicScript;
import dev.athanor.migration.takeover.ForeignFile;
import dev.athanor.migration.takeover.ImportException;
import dev.athanor.migration.takeover.Takeover;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs {@code migration import alembic}. */
@picocli.CommandLine.Command(
        name = "alembic",
        description =
                "Turn Alembic's scripts into revisions with the same ids, and continue its version table. The scripts"
                        + " are not run: their SQL is what `alembic ... --sql` prints. Exit with 3 if the revisions build another"
                        + " schema.")
final class ImportAlembicCommand extends Command {

    private static final int STEPS_PER_LINE = 4;

    @Option(
            names = "--versions",
            paramLabel = "FOLDER",
            description = "The folder of Alembic's scripts. Without it: what alembic.ini says, or alembic/versions.")
    private @Nullable Path versions;

    @Option(
            names = "--sql-folder",
            paramLabel = "FOLDER",
            description =
                    "The folder with what `alembic ... --sql` printed; without the folder, the command prints the loop"
                            + " that makes it. Default: alembic-sql.",
            defaultValue = "alembic-sql")
    private Path sqlFolder = Path.of("alembic-sql");

    @Option(
            names = "--run",
            description = "Run alembic itself, which must be on the path, instead of reading a folder.")
    private boolean runAlembic;

    @Mixin
    private ImportOptions options = new ImportOptions();

    ImportAlembicCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        AlembicFolder folder = AlembicFolder.of(scope().project(), versions);
        List<AlembicScript> scripts = AlembicImport.scripts(folder.files());
        if (scripts.isEmpty()) {
            throw new ImportException(
                    "The folder " + folder.describe() + " has no scripts of Alembic.",
                    "Name the folder that has them with --versions.");
        }
        Takeover takeover = migrations().takeover().withVersionTable(AlembicImport.VERSION_TABLE);
        var decided = AlembicImport.of(new AlembicImport.Request(
                scripts,
                runAlembic ? new AlembicRun(folder.project(), scripts).printed() : printed(scripts),
                takeover.versionTable(),
                takeover.current(),
                SourceFolders.known(scope(), migrations()),
                Clock.systemUTC().instant()));
        return new Importing(scope(), takeover, migrations(), options).run(decided, output);
    }

    private List<String> printed(List<AlembicScript> scripts) {
        Path folder = scope().project().find(sqlFolder).orElse(sqlFolder);
        if (!Files.isDirectory(folder)) {
            throw new ImportException(
                    "There is no folder " + sqlFolder + " with the SQL of the scripts.",
                    "Make it with this loop in the folder of alembic.ini, and import again; or import with --run, where"
                            + " alembic is on the path:\n\n" + loop(scripts));
        }
        return AlembicFolder.read(folder, ".sql").stream()
                .map(ForeignFile::content)
                .map(String::new)
                .toList();
    }

    private String loop(List<AlembicScript> scripts) {
        StringBuilder loop = new StringBuilder("mkdir -p " + sqlFolder + "\nfor step in");
        List<String> steps = AlembicImport.steps(scripts);
        for (int index = 0; index < steps.size(); index++) {
            loop.append(index > 0 && index % STEPS_PER_LINE == 0 ? " \\\n     " : " ")
                    .append(steps.get(index));
        }
        return loop + "; do\n  from=${step%%:*}; to=${step##*:}\n  alembic upgrade \"$from:$to\" --sql > " + sqlFolder
                + "/$to.up.sql\n  alembic downgrade \"$to:$from\" --sql > " + sqlFolder + "/$to.down.sql\ndone";
    }
}
