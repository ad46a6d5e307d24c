package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A command with everything that it prints, as the files under {@code commands} write it: {@code $} what is typed,
 * {@code !} standard error, {@code >} standard output, {@code =} the exit code.
 *
 * @param command what is typed
 * @param error standard error, line by line
 * @param output standard output, line by line
 * @param exitCode the exit code
 */
record CommandCase(String command, List<String> error, List<String> output, int exitCode) {

    static List<CommandCase> read(String resource) throws IOException {
        List<CommandCase> cases = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : text(resource).lines().toList()) {
            if (line.startsWith("#")) {
                continue;
            }
            block.add(line);
            if (line.startsWith("= ")) {
                cases.add(of(block));
                block.clear();
            }
        }
        return cases;
    }

    private static CommandCase of(List<String> block) {
        return new CommandCase(
                block.get(0).substring("$ migration ".length()),
                lines(block, '!'),
                lines(block, '>'),
                Integer.parseInt(block.get(block.size() - 1).substring(2)));
    }

    private static List<String> lines(List<String> block, char mark) {
        return block.stream()
                .filter(line -> line.charAt(0) == mark)
                .map(line -> line.length() < 2 ? "" : line.substring(2))
                .toList();
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = CommandCase.class.getResourceAsStream("/commands/" + resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The words that are typed, without the quotes around some. */
    List<String> arguments() {
        List<String> words = new ArrayList<>();
        String[] parts = command.split("\"");
        for (int index = 0; index < parts.length; index++) {
            if (index % 2 == 1) {
                words.add(parts[index]);
            } else if (!parts[index].isBlank()) {
                words.addAll(List.of(parts[index].strip().split(" +")));
            }
        }
        return words;
    }

    /** What changes from run to run, made the same. */
    static List<String> steady(String printed) {
        return printed.lines()
                .map(line -> line.replaceAll(" {2,}\\d+ ms", "  <n> ms")
                        .replaceAll("\\b\\d+ ms", "<n> ms")
                        .replaceAll("\\bin \\d+\\.\\d s", "in <n> s")
                        .replaceAll("<n> ms by \\S+ on \\S+,", "<n> ms by <user> on <host>,")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "<time>")
                        .replaceAll("\\(looked for [^)]*\\)", "(looked for <dir>)")
                        .replaceAll("place to go: \\S+ has", "place to go: <dir> has")
                        .replaceAll("revisions/\\d{8}_\\d{4}(\\d\\d)?", "revisions/<date>")
                        .replaceAll("\"durationMillis\":\\d+", "\"durationMillis\":<n>")
                        .replaceAll(
                                "\"(runId|databaseUser|appliedBy|host|server|database)\":\"[^\"]*\"", "\"$1\":\"<$1>\"")
                        .stripTrailing())
                .toList();
    }

    @Override
    public String toString() {
        return "migration " + command;
    }

    /** The cases of a file, one after the other on one database, which is dropped behind the last. */
    static Stream<DynamicTest> run(String cases, Path folder, Map<String, String> environment) throws IOException {
        TestDatabase database = PostgresServer.get().createDatabase("commands");
        MigrationProcess process = new MigrationProcess(database, folder, environment);
        return read(cases).stream()
                .map(expected -> DynamicTest.dynamicTest(expected.toString(), () -> check(process, expected)))
                .onClose(() -> PostgresServer.get().dropDatabase(database));
    }

    private static void check(MigrationProcess process, CommandCase expected) throws Exception {
        MigrationProcess.Result result = process.run(expected.arguments());

        assertThat(steady(result.error())).as("standard error").isEqualTo(expected.error());
        assertThat(steady(result.output())).as("standard output").isEqualTo(expected.output());
        assertThat(result.exitCode()).as("exit code").isEqualTo(expected.exitCode());
    }
}
