package dev.athanor.migration.autoconfigure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every command that a text of ours writes out is one that the command line knows, with its options and arguments. */
class AdvisedCommandsTests {

    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern COMMAND = Pattern.compile("`migration ([^`]*)(`?)");
    private static final Pattern BLOCK = Pattern.compile("(?s)```\\w*\n(.*?)```");
    private static final Pattern LINE = Pattern.compile(
            "(?m)^\\s*(?:\\$ |- run: )?(?:java -jar \\S+ migration|migration|\\$\\(migration\\)) ([a-z].*)$");
    private static final Pattern CONTINUED = Pattern.compile("\\\\\n");
    private static final Pattern PROPERTY = Pattern.compile("--(?:spring|migration)\\.\\S+");
    private static final Pattern REDIRECTED = Pattern.compile(" > \\S+$");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\(\\w+\\)");
    private static final Pattern PLACEHOLDER = Pattern.compile("<[^>]+>");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\S+");

    @Test
    void errorsWriteOutCommandsThatExist() {
        List<String> unknown = new ArrayList<>();
        int commands = 0;
        for (String module : List.of("migration-core", "migration-spring-boot-autoconfigure", "migration-test")) {
            for (Path source : files(Path.of("..", module, "src", "main", "java"), ".java")) {
                Matcher literals = LITERAL.matcher(JOINED.matcher(text(source)).replaceAll(""));
                while (literals.find()) {
                    commands += collect(source, literals.group(1).replace("\\\"", "\""), unknown);
                }
            }
        }

        assertThat(unknown).isEmpty();
        assertThat(commands).isGreaterThan(40);
    }

    @Test
    void pagesWriteOutCommandsThatExist() {
        List<String> unknown = new ArrayList<>();
        int commands = 0;
        List<Path> pages = new ArrayList<>(files(Path.of("..", "docs"), ".md"));
        pages.add(Path.of("..", "README.md"));
        for (Path page : pages) {
            commands += collect(page, text(page), unknown);
        }

        assertThat(unknown).isEmpty();
        assertThat(commands).isGreaterThan(20);
    }

    @Test
    void blocksOfPagesShowCommandsThatExist() {
        List<String> unknown = new ArrayList<>();
        List<Path> pages = new ArrayList<>(files(Path.of("..", "docs"), ".md"));
        pages.add(Path.of("..", "README.md"));
        List<String> shown = new ArrayList<>();
        for (Path page : pages) {
            BLOCK.matcher(text(page)).results().forEach(block -> shown.addAll(lines(block.group(1))));
        }
        shown.forEach(line -> collect(Path.of("docs"), "`migration " + line + "`", unknown));

        assertThat(unknown).isEmpty();
        assertThat(shown).hasSizeGreaterThan(60);
    }

    @Test
    void aCommandInABlockThatDoesNotExistIsFound() {
        List<String> unknown = new ArrayList<>();

        List<String> lines = lines("- run: java -jar target/app.jar migration frobnicate\n"
                + "migration upgrade --bogus \\\n    --spring.datasource.url=jdbc:x\n\t$(migration) upgrade $(to)\n");
        lines.forEach(line -> collect(Path.of("page"), "`migration " + line + "`", unknown));

        assertThat(lines).containsExactly("frobnicate", "upgrade --bogus", "upgrade X");
        assertThat(unknown).hasSize(2);
    }

    @Test
    void aCommandThatDoesNotExistIsFound() {
        List<String> unknown = new ArrayList<>();

        collect(Path.of("page"), "`migration frobnicate`, `migration upgrade --bogus`, `migration stamp`", unknown);
        collect(Path.of("page"), "`migration stamp <revision>`, `migration revision -m \"add a\"`", unknown);

        assertThat(unknown).hasSize(3);
    }

    /** Returns the commands of a block, without the properties that the application reads. */
    private static List<String> lines(String block) {
        return LINE.matcher(CONTINUED.matcher(block).replaceAll(" "))
                .results()
                .map(line -> PROPERTY.matcher(line.group(1)).replaceAll(""))
                .map(line -> REDIRECTED.matcher(line).replaceAll(""))
                .map(line -> VARIABLE.matcher(line).replaceAll("X").strip())
                .toList();
    }

    /** The rest of a command that the literal does not hold comes from a variable, and counts as an argument. */
    private static int collect(Path where, String text, List<String> unknown) {
        int commands = 0;
        Matcher command = COMMAND.matcher(text);
        while (command.find()) {
            String typed = command.group(1) + (command.group(2).isEmpty() ? "X" : "");
            List<String> words = words(typed);
            if (words.get(0).equals("X") || words.get(0).equals("…")) {
                continue;
            }
            commands++;
            try {
                commandLine().parseArgs(words.toArray(String[]::new));
            } catch (CommandLine.ParameterException wrong) {
                unknown.add(where + ": `migration " + typed + "`: " + wrong.getMessage());
            }
        }
        return commands;
    }

    /** Returns what the command line gets: without the properties that the application reads. */
    private static List<String> words(String typed) {
        String command =
                PROPERTY.matcher(PLACEHOLDER.matcher(typed).replaceAll("X")).replaceAll("");
        return WORD.matcher(command)
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toList();
    }

    private static CommandLine commandLine() {
        Streams streams = new Streams(System.out, System.err);
        CommandScope scope = new CommandScope(
                () -> {
                    throw new IllegalStateException("nothing is run");
                },
                () -> {
                    throw new IllegalStateException("nothing is run");
                },
                streams);
        return new Commands(scope).commandLine(streams);
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
