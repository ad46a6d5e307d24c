package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Comparisons;
import dev.athanor.migration.autogenerate.Autogeneration;
import dev.athanor.migration.autogenerate.Choices;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.source.RevisionRequest;
import dev.athanor.migration.source.WrittenRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs {@code migration revision}. */
@picocli.CommandLine.Command(
        name = "revision",
        description = "Write a new revision into the source folder (migration.directory).")
final class RevisionCommand extends Command {

    @Mixin
    private NewRevisionOptions options = new NewRevisionOptions();

    @Option(
            names = "--head",
            paramLabel = "TARGET",
            description = "What it revises: a head, or base for a new base; several for a merge point.")
    private List<String> heads = new ArrayList<>();

    @Option(names = "--depends-on", paramLabel = "TARGET", description = "What must be applied before it as well.")
    private List<String> dependsOn = new ArrayList<>();

    @Option(names = "--java", description = "Write it in Java, into migration.java-directory.")
    private boolean java;

    @Mixin
    private AutogenerateOptions generation = new AutogenerateOptions();

    @Spec
    private @Nullable CommandSpec spec;

    RevisionCommand(CommandScope scope) {
        super(scope);
    }

    @Override
    int run(Output output) {
        generation.check(spec(), java);
        SourceFolders folders = SourceFolders.of(scope(), migrations());
        RevisionRequest request = options.request(heads, MessageQuestion.on(output.err()))
                .dependsOn(dependsOn.toArray(String[]::new))
                .build();
        if (generation.autogenerate()) {
            return generate(folders, request, output);
        }
        print(List.of(create(folders, request)), output);
        return ExitCodes.DONE;
    }

    private void print(List<WrittenRevision> written, Output output) {
        written.forEach(revision -> output.result(revision.path().toString()));
        if (!java && !written.isEmpty()) {
            SourceFolders.tellUnread(scope(), written.get(0).path());
        }
    }

    private WrittenRevision create(SourceFolders folders, RevisionRequest request) {
        return java
                ? folders.revisions().create(folders.directory(), request, folders.java())
                : folders.revisions().create(folders.directory(), request);
    }

    private int generate(SourceFolders folders, RevisionRequest request, Output output) {
        Comparisons comparisons = migrations().comparisons(scope().comparison());
        WantedSchema wanted = scope().wantedSchema();
        Function<Choices, Autogeneration> generate =
                choices -> comparisons.autogenerate(wanted, folders.directory(), choices);
        Optional<Questions> questions = Questions.ofTerminal(output);
        Autogeneration generated = questions
                .map(asking -> new Interview(asking, output).generate(generation.choices(), generate))
                .orElseGet(() -> generate.apply(generation.choices()));
        output.say(generated.report().text());
        if (generated.isEmpty()) {
            output.say("There is nothing to write.");
        }
        print(write(folders, request, generation.draft() ? generated.withDraft() : generated), output);
        if (questions.isEmpty()) {
            new NextCommands(arguments()).print(output, generated);
        }
        return left(generated, output);
    }

    private List<WrittenRevision> write(SourceFolders folders, RevisionRequest request, Autogeneration generated) {
        return java
                ? generated.write(folders.revisions(), folders.directory(), request, folders.java())
                : generated.write(folders.revisions(), folders.directory(), request);
    }

    private List<String> arguments() {
        List<String> all = spec().commandLine().getParseResult().originalArgs();
        return all.subList(all.indexOf(spec().name()) + 1, all.size());
    }

    /** Says what is left to decide, and where it stands. */
    private int left(Autogeneration generated, Output output) {
        int count = generated.decisions().size();
        if (count == 0) {
            return ExitCodes.DONE;
        }
        String decisions = count == 1 ? "1 decision is left: it stands" : count + " decisions are left: they stand";
        output.say(decisions
                + (generation.draft()
                        ? " in the draft, which no upgrade runs before you have removed its line `-- Draft:`."
                        : " as a comment in the new revision."));
        return ExitCodes.NO;
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "set by picocli");
    }
}
