package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the document shows is what {@link CommandsIT} and {@link WorkflowsIT} see. */
class CommandsDocumentTests {

    private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void everyCommandOfTheDocumentPrintsWhatIsWrittenThere() throws IOException {
        List<String> shown = new ArrayList<>();
        for (String cases : List.of(
                "demo.txt",
                "branches.txt",
                "check.txt",
                "autogenerate.txt",
                "sources.txt",
                "no-project.txt",
                "lint.txt")) {
            CommandCase.read(cases).forEach(command -> shown.add(shown(command)));
        }

        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("..", "docs", "commands.md")))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```console\n".length(), block.length() - "\n```".length()))
                .toList();

        assertThat(blocks).hasSizeGreaterThan(20);
        assertThat(shown).containsAll(blocks);
    }

    private static String shown(CommandCase command) {
        String exit = command.exitCode() == 0 ? "" : "\n(exit code " + command.exitCode() + ")";
        String printed = Stream.concat(command.error().stream(), command.output().stream())
                .collect(Collectors.joining("\n"));
        return "$ migration " + command.command() + "\n" + printed.stripTrailing() + exit;
    }
}
