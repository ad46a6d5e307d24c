package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.takeover.AlembicImport;
import dev.athanor.migration.takeover.AlembicScript;
import dev.athanor.migration.takeover.ImportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs {@code alembic … --sql}, which needs no database: all at once, or step by step if a script cannot be printed.
 *
 * @param folder the folder of {@code alembic.ini}
 * @param scripts the headers of the scripts
 */
record AlembicRun(Path folder, List<AlembicScript> scripts) {

    /** Holds what a process printed, and whether it succeeded. */
    private record Printed(String text, boolean succeeded) {}

    /** Returns what Alembic prints. */
    List<String> printed() {
        List<String> texts = new ArrayList<>();
        Optional<List<String>> whole = whole();
        whole.ifPresentOrElse(texts::addAll, () -> texts.addAll(stepByStep()));
        return texts;
    }

    private Optional<List<String>> whole() {
        List<String> texts = new ArrayList<>();
        List<List<String>> commands = new ArrayList<>();
        commands.add(List.of("upgrade", "base:heads"));
        heads().forEach(head -> commands.add(List.of("downgrade", head + ":base")));
        for (List<String> command : commands) {
            Printed printed = run(command);
            if (!printed.succeeded()) {
                return Optional.empty();
            }
            texts.add(printed.text());
        }
        return Optional.of(texts);
    }

    private List<String> heads() {
        Set<String> revised = scripts.stream()
                .flatMap(script -> script.downRevisions().stream())
                .collect(Collectors.toSet());
        return scripts.stream()
                .map(AlembicScript::revision)
                .filter(revision -> !revised.contains(revision))
                .toList();
    }

    private List<String> stepByStep() {
        return AlembicImport.steps(scripts).stream()
                .map(step -> step.split(":"))
                .flatMap(step -> Stream.of(
                        run(List.of("upgrade", step[0] + ":" + step[1])),
                        run(List.of("downgrade", step[1] + ":" + step[0]))))
                .map(Printed::text)
                .toList();
    }

    private Printed run(List<String> words) {
        List<String> command = new ArrayList<>(List.of("alembic"));
        command.addAll(words);
        command.add("--sql");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Printed(text, process.waitFor() == 0);
        } catch (IOException e) {
            throw new ImportException(
                    "The program alembic cannot be run in " + folder + ": " + e.getMessage(),
                    "Install it or put it on the path, or import without --run, which prints the loop to run elsewhere.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
