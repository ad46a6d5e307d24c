package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.json.JsonTree;
import dev.athanor.migration.autoconfigure.json.LintDescriptor;
import dev.athanor.migration.autoconfigure.lint.GitHubAnnotations;
import dev.athanor.migration.autoconfigure.lint.SarifLog;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.lint.FailOn;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintScope;
import dev.athanor.migration.lint.LintSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs {@code migration lint}. */
@picocli.CommandLine.Command(
        name = "lint",
        description =
                "Run revisions in a throw-away database, and report what each statement does to a running system: locks,"
                        + " rewrites, scans, and changes that break old code or lose data. Exit with 3 if a finding is"
                        + " serious.")
final class LintCommand extends Command {

    /** Holds the revisions to look at; without any, those that the database has not applied. */
    static final class Chosen {

        @Option(
                names = "--since",
                paramLabel = "REVISION",
                description = "The revisions above this one: a target such as an id, the beginning of one, or base.")
        @Nullable String since;

        @Option(names = "--all", description = "All revisions, as an empty database gets them.")
        boolean all;

        @Parameters(
                arity = "0..*",
                paramLabel = "FILE",
                description =
                        "The revisions of these files: names, or ends of paths. Without any, the pending revisions.")
        List<String> files = new ArrayList<>();

        LintScope scope() {
            if (since != null) {
                return new LintScope.Since(Target.parse(since));
            }
            if (all) {
                return new LintScope.All();
            }
            return files.isEmpty() ? new LintScope.Pending() : new LintScope.Files(files);
        }
    }

    /** Holds the form of the output; without any option, text. */
    static final class Form {

        @Option(names = "--json", description = "Print JSON.")
        boolean json;

        @Option(names = "--sarif", description = "Print a SARIF 2.1.0 log, for code scanning.")
        boolean sarif;

        @Option(names = "--github", description = "Print annotations, for a workflow of GitHub.")
        boolean github;
    }

    @ArgGroup
    private Chosen chosen = new Chosen();

    @ArgGroup
    private Form form = new Form();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "Exit with 3 on findings from this severity: error, warning or never. Without it,"
                    + " migration.lint.fail-on.")
    private @Nullable FailOn failOn;

    @Option(
            names = "--fix",
            description = "Write safer revisions in place of those with findings, as far as they can be generated and"
                    + " proven: they end in the same schema, and can be downgraded as before.")
    private boolean fix;

    LintCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        Migrations migrations = migrations();
        LintSettings settings = settings(migrations.lintSettings());
        LintReport report = linted(migrations, settings, output);
        if (fix) {
            return new LintFixes(scope(), migrations, settings).write(report, output);
        }
        print(output, migrations, report, settings);
        return report.fails(settings) ? ExitCodes.NO : ExitCodes.DONE;
    }

    private LintSettings settings(LintSettings configured) {
        LintSettings scoped = configured.withScope(chosen.scope());
        return failOn == null ? scoped : scoped.withFailOn(failOn);
    }

    private static LintReport linted(Migrations migrations, LintSettings settings, Output output) {
        Ticker ticker = Ticker.start(output.err(), "lint");
        try {
            return migrations.lint(settings);
        } finally {
            ticker.stop();
        }
    }

    private void print(Output output, Migrations migrations, LintReport report, LintSettings settings) {
        CurrentHeads standsAt = standsAt(migrations.scripts().graph(), report.revisions(), settings.scope());
        LintPlaces places = LintPlaces.of(scope().project(), scope().properties());
        LintSummary summary = new LintSummary(report, settings.scope(), standsAt);
        if (form.json) {
            output.json(JsonTree.of(LintDescriptor.of(migrations.name(), standsAt, report, settings)));
        } else if (form.sarif) {
            output.json(new SarifLog(MigrationCommand.version(), settings.rules(), places::path).of(report));
        } else if (form.github) {
            new GitHubAnnotations(places::path).lines(report).forEach(output::result);
            output.say(summary.total());
        } else {
            output.result(summary.text(output.ansi()));
        }
    }

    /**
     * Returns where the throw-away database stood before the first of the revisions: with what they need for files, and
     * otherwise with everything that does not need them.
     */
    private static CurrentHeads standsAt(RevisionGraph graph, List<RevisionId> revisions, LintScope scope) {
        Set<RevisionId> before = new HashSet<>(
                scope instanceof LintScope.Files ? graph.ancestorsAndSelf(revisions, EdgeKind.ALL) : graph.history());
        before.removeAll(graph.descendantsAndSelf(revisions, EdgeKind.ALL));
        return graph.headsOf(before);
    }
}
