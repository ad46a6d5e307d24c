package dev.athanor.migration.autogenerate;

import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptProblem;
import dev.athanor.migration.sql.SplitText;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementKind;
import dev.athanor.migration.sql.StatementSplitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A wanted schema that is written down as SQL: a {@code schema.sql}. */
public final class SchemaScript implements WantedSchema {

    private final String location;
    private final List<Statement> statements;

    private SchemaScript(String location, List<Statement> statements) {
        this.location = location;
        this.statements = statements;
    }

    /**
     * The schema of a script.
     *
     * @throws InvalidScriptException with every problem of the script, each with its line
     */
    public static SchemaScript of(ScriptFile file) {
        String text = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
        SplitText split = StatementSplitter.split(text, 0, text.length(), 1);
        List<ScriptProblem> problems = new ArrayList<>();
        split.problems()
                .forEach(found -> problems.add(
                        new ScriptProblem(file.location(), found.line(), found.problem(), found.action())));
        split.statements().forEach(statement -> problem(file, statement).ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw new InvalidScriptException(problems);
        }
        return new SchemaScript(file.location(), split.statements());
    }

    /**
     * The schema of a file in UTF-8.
     *
     * @throws ComparisonException where it cannot be read
     */
    public static SchemaScript read(Path file) {
        try {
            return of(
                    new ScriptFile(file.toString().replace('\\', '/'), Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new ComparisonException(
                    "The wanted schema cannot be read from " + file + ": " + e + ".",
                    "Name a file with the schema as SQL, in UTF-8.",
                    e);
        }
    }

    private static Optional<ScriptProblem> problem(ScriptFile file, Statement statement) {
        StatementKind kind = statement.kind();
        if (kind == StatementKind.QUERY || kind == StatementKind.OTHER) {
            return Optional.empty();
        }
        String sql = "`" + statement.sql().lines().findFirst().orElse("") + "`";
        return Optional.of(
                kind == StatementKind.NON_TRANSACTIONAL
                        ? new ScriptProblem(
                                file.location(),
                                statement.line(),
                                sql + " cannot run inside a transaction, and a wanted schema is made in one.",
                                "Write what it leads to: an index without CONCURRENTLY, for instance.")
                        : new ScriptProblem(
                                file.location(),
                                statement.line(),
                                sql + " controls the transaction in which the wanted schema is made and rolled back.",
                                "Remove it."));
    }

    @Override
    public String describe() {
        return location;
    }

    @Override
    public void create(Connection connection) throws SQLException {
        try (java.sql.Statement sender = connection.createStatement()) {
            sender.setEscapeProcessing(false);
            for (Statement statement : statements) {
                send(sender, statement);
            }
        }
    }

    private void send(java.sql.Statement sender, Statement statement) {
        try {
            sender.execute(statement.sql());
        } catch (SQLException e) {
            Refusal refusal = new Refusal(statement, e);
            throw new ComparisonException(
                    "The wanted schema cannot be made: " + location + ":" + refusal.line() + "\n" + refusal.excerpt()
                            + "\n" + refusal.words(),
                    "Correct it there. Nothing was changed: all was rolled back.",
                    e);
        }
    }
}
