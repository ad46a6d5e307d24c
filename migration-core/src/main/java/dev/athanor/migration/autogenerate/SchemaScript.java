package dev.athanor.migration.autogenerate;

import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptProblem;
import dev.athanor.migration.sql.SchemaStatement;
import dev.athanor.migration.sql.ScriptPurpose;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Represents a wanted schema in SQL: a {@code schema.sql} that a person or {@code pg_dump --schema-only} has written.
 *
 * @since 0.1.0
 */
public final class SchemaScript implements WantedSchema {

    private static final Pattern ABOUT_A_DATABASE =
            Pattern.compile("(CREATE|ALTER|DROP)\\s+DATABASE\\b", Pattern.CASE_INSENSITIVE);

    private static final String ABOUT_ACCESS =
            "Create the roles that it names, as a role that may grant this, or leave owners and privileges out of the"
                    + " comparison with `migration.autogenerate.compare-privileges=false`.";

    private final String location;
    private final List<ScriptStatement> parts;
    private final Privileges privileges;

    private SchemaScript(String location, List<ScriptStatement> parts, Privileges privileges) {
        this.location = location;
        this.parts = List.copyOf(parts);
        this.privileges = privileges;
    }

    /** Tells whether the statements about owners and privileges are run. */
    private enum Privileges {
        IGNORED,
        GIVEN
    }

    /** Holds a statement, and its effect besides creating what is compared. */
    private record ScriptStatement(Statement statement, SchemaStatement effect) {

        ScriptStatement(Statement statement) {
            this(statement, SchemaStatement.of(statement.sql()));
        }

        /**
         * Returns the statement to send, which is adapted if it creates a schema that every database has, such as
         * {@code public}.
         */
        String sql() {
            return effect instanceof SchemaStatement.CreateSchema creation ? creation.sql() : statement.sql();
        }

        boolean isSeen(Privileges privileges) {
            return isAboutAccess() ? privileges == Privileges.GIVEN : !(effect instanceof SchemaStatement.Unseen);
        }

        boolean isAboutAccess() {
            return effect instanceof SchemaStatement.Access;
        }
    }

    /**
     * Parses the schema of a script.
     *
     * @throws InvalidScriptException if the script has problems; holds all of them, each with its line
     */
    public static SchemaScript of(ScriptFile file) {
        String text = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
        SplitText split = StatementSplitter.split(text, ScriptPurpose.SCHEMA);
        List<ScriptProblem> problems = new ArrayList<>();
        split.problems()
                .forEach(found -> problems.add(
                        new ScriptProblem(file.location(), found.line(), found.problem(), found.action())));
        split.statements().forEach(statement -> problem(file, statement).ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw new InvalidScriptException(problems, "Correct them, then run the command again.");
        }
        return new SchemaScript(
                file.location(),
                split.statements().stream().map(ScriptStatement::new).toList(),
                Privileges.IGNORED);
    }

    /**
     * Reads the schema from a file in UTF-8.
     *
     * @throws ComparisonException if the file cannot be read
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
        if (ABOUT_A_DATABASE.matcher(statement.sql()).lookingAt()) {
            return Optional.of(new ScriptProblem(
                    file.location(),
                    statement.line(),
                    sql + " is about a whole database, and a wanted schema is made inside of one.",
                    "Remove it; `pg_dump` writes none without `--create`."));
        }
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
    public String label() {
        return location.substring(Math.max(location.lastIndexOf('/'), location.lastIndexOf(':')) + 1);
    }

    @Override
    public String describe() {
        return location;
    }

    @Override
    public SchemaNames names() {
        boolean own = false;
        Set<String> created = new TreeSet<>();
        Set<String> extensions = new TreeSet<>();
        for (ScriptStatement part : parts) {
            if (part.effect() instanceof SchemaStatement.CreateSchema creation) {
                created.add(creation.name());
            } else if (part.effect() instanceof SchemaStatement.CreateExtension creation) {
                extensions.add(creation.name());
            } else {
                own |= part.effect() instanceof SchemaStatement.SearchPath;
            }
        }
        return new SchemaNames(
                own ? SchemaNames.Qualification.OWN : SchemaNames.Qualification.CURRENT, created, extensions);
    }

    @Override
    public DatabaseObjects databaseObjects() {
        return parts.stream().anyMatch(part -> part.effect() instanceof SchemaStatement.CreateDatabaseObject)
                ? DatabaseObjects.CREATED
                : DatabaseObjects.NONE;
    }

    @Override
    public void create(Connection connection) {
        parts.stream().filter(part -> part.isSeen(privileges)).forEach(part -> send(connection, part));
    }

    @Override
    public SchemaScript withPrivileges() {
        return new SchemaScript(location, parts, Privileges.GIVEN);
    }

    private void send(Connection connection, ScriptStatement part) {
        try {
            RollbackTransaction.send(connection, part.sql());
        } catch (SQLException e) {
            RejectedStatement rejected = new RejectedStatement(part.statement(), e);
            throw new ComparisonException(
                    "The wanted schema cannot be made: " + location + ":" + rejected.line() + "\n" + rejected.excerpt()
                            + "\n" + rejected.words(),
                    (part.isAboutAccess() ? ABOUT_ACCESS : "Correct it there.")
                            + " Nothing was changed: all was rolled back.",
                    e);
        }
    }
}
