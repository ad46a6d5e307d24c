package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.verify.RevisionProof;
import dev.athanor.migration.verify.VerifyReport;
import dev.athanor.migration.verify.VerifySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs {@code migration verify}. */
@picocli.CommandLine.Command(
        name = "verify",
        description =
                "Try every downgrade in a throw-away database: each revision up, down, compared and up again, then all"
                        + " of them. Exit with 3 if one does not give back the schema.")
final class VerifyCommand extends Command {

    /** Holds the revisions to verify; without any, all are verified. */
    static final class Chosen {

        @Option(
                names = "--from",
                paramLabel = "REVISION",
                description = "This revision and all that need it: an id or the beginning of one.")
        @Nullable String from;

        @Parameters(
                arity = "0..*",
                paramLabel = "REVISION",
                description = "These revisions only: ids or beginnings of some. Without any, all of them.")
        List<String> only = new ArrayList<>();
    }

    @ArgGroup
    private Chosen chosen = new Chosen();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    VerifyCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        Migrations migrations = migrations();
        VerifyReport report = verified(migrations, output);
        keep(migrations, report, output);
        if (json) {
            output.json(VerifyJson.of(report));
        } else {
            output.result(report.toString());
        }
        return report.restores() ? ExitCodes.DONE : ExitCodes.NO;
    }

    /** Runs the verification. The report names each revision; meanwhile, a terminal shows how many are done. */
    private VerifyReport verified(Migrations migrations, Output output) {
        Ticker ticker = Ticker.start(output.err(), "verify");
        AtomicInteger tried = new AtomicInteger();
        try {
            return migrations.verify(settings()
                    .progress(
                            proof -> ticker.say("(" + tried.incrementAndGet() + " tried, last " + line(proof) + ")")));
        } finally {
            ticker.stop();
        }
    }

    private VerifySettings settings() {
        VerifySettings settings = VerifySettings.all().only(chosen.only);
        VerifySettings onServer = scope().shadow().map(settings::shadow).orElse(settings);
        return chosen.from == null ? onServer : onServer.from(chosen.from);
    }

    private static String line(RevisionProof proof) {
        return proof.script().id() + ": " + proof.proof().word();
    }

    /** Writes the outcome beside the source, if that exists, so that builds made from it know it. */
    private void keep(Migrations migrations, VerifyReport report, Output output) {
        scope().properties().directory().stream()
                .map(Path::of)
                .flatMap(path -> scope().project().find(path).stream())
                .filter(Files::isDirectory)
                .findFirst()
                .ifPresent(folder -> output.say("kept in " + migrations.keep(report, folder)));
    }
}
