package dev.athanor.migration;

import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.plan.StampMode;
import dev.athanor.migration.script.ScriptFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Represents a bad input and the whole message about it. In the files, each case begins with a line of four # and the
 * name. Lines {@code run: command target} and {@code rows: ids} follow if they differ from {@code upgrade heads} and
 * {@code b1}, then the script, or several scripts with a line {@code file: name} each, and after {@code ==>} the
 * message.
 *
 * @param name the name of the case
 * @param command the command and its targets
 * @param rows the rows of the version table
 * @param files the scripts besides the standard ones
 * @param message the message
 */
record BadInput(String name, List<String> command, List<String> rows, List<ScriptFile> files, String message) {

    static Stream<BadInput> read(String resource) throws IOException {
        try (InputStream stream = BadInput.class.getResourceAsStream(resource)) {
            String all = new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^#### ")).skip(1).map(BadInput::parse);
        }
    }

    private static BadInput parse(String block) {
        int nameEnd = block.indexOf('\n');
        int expected = block.indexOf("==>\n");
        List<String> body =
                new ArrayList<>(block.substring(nameEnd + 1, expected).lines().toList());
        List<String> command = List.of(directive(body, "run: ", "upgrade heads").split(" "));
        String rows = directive(body, "rows: ", "b1");
        return new BadInput(
                block.substring(0, nameEnd),
                command,
                rows.equals("none") ? List.of() : List.of(rows.split(", ")),
                files(body),
                block.substring(expected + 4).stripTrailing());
    }

    private static String directive(List<String> body, String word, String otherwise) {
        String line = body.isEmpty() ? "" : body.get(0);
        if (!line.startsWith(word)) {
            return otherwise;
        }
        body.remove(0);
        return line.substring(word.length());
    }

    private static List<ScriptFile> files(List<String> body) {
        if (body.isEmpty()) {
            return List.of();
        }
        String all = String.join("\n", body) + "\n";
        if (!all.startsWith("file: ")) {
            return List.of(new ScriptFile("db/x.sql", special(all)));
        }
        return Arrays.stream(all.split("(?m)^file: "))
                .skip(1)
                .map(file -> file.split("\n", 2))
                .map(file -> new ScriptFile(file[0], special(file[1])))
                .toList();
    }

    private static String special(String text) {
        return text.replace("«CR»", "\r").replace("«NUL»", "\0");
    }

    void run(Migrations migrations) {
        String[] targets = command.subList(1, command.size()).toArray(String[]::new);
        switch (command.get(0)) {
            case "upgrade" -> migrations.upgrade(targets);
            case "downgrade" -> migrations.downgrade(targets[0]);
            case "purge" -> migrations.run(MigrationRequest.stamp(targets).withMode(StampMode.PURGE));
            case "sql" -> migrations.sql().upgrade(targets[0]);
            case "sql-downgrade" -> migrations.sql().downgrade(targets[0]);
            case "repair" -> migrations.repairStatement(targets[0], dev.athanor.migration.runner.StatementOutcome.DONE);
            default -> migrations.stamp(targets);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
