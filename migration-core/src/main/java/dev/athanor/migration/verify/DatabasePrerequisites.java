package dev.athanor.migration.verify;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.session.DatabaseException;
import dev.athanor.migration.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the schema, schemas and extensions that revisions may expect in a database before the first revision runs.
 *
 * @param tables the tables, with the current schema of the target
 * @param preparations the statements that create the extensions and schemas that the target has and no revision creates
 * @since 0.1.0
 */
public record DatabasePrerequisites(Tables tables, List<String> preparations) {

    private static final String SCHEMA = "SELECT coalesce(current_schema(), 'public')";

    private static final String EXTENSIONS = "SELECT x.extname, n.nspname FROM pg_extension x"
            + " JOIN pg_namespace n ON n.oid = x.extnamespace WHERE x.extname <> 'plpgsql' ORDER BY x.oid";

    private static final String SCHEMAS = "SELECT nspname FROM pg_namespace n WHERE nspname !~ '^pg_'"
            + " AND nspname NOT IN ('information_schema', 'public', ?) AND NOT EXISTS (SELECT 1 FROM pg_depend d"
            + " WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e') ORDER BY nspname";

    private static final String CREATES_SCHEMA = "(?i)\\bcreate\\s+schema\\s+(if\\s+not\\s+exists\\s+)?";

    private record Installed(String name, String schema) {

        List<String> statements() {
            String place = new Identifier(schema).quoted();
            List<String> statements = new ArrayList<>();
            if (!schema.equals("pg_catalog")) {
                statements.add("CREATE SCHEMA IF NOT EXISTS " + place);
            }
            statements.add("CREATE EXTENSION IF NOT EXISTS " + new Identifier(name).quoted() + " SCHEMA " + place);
            return statements;
        }

        boolean isCreatedBy(RevisionScript script) {
            String words = "(?i)\\bcreate\\s+extension\\s+(if\\s+not\\s+exists\\s+)?\"?" + Pattern.quote(name) + "\\b";
            return Pattern.compile(words).matcher(script.file().text()).find();
        }
    }

    /**
     * Reads the prerequisites from the target.
     *
     * @throws DatabaseException if the target cannot be read
     */
    public static DatabasePrerequisites of(DataSource target, Tables tables, ScriptDirectory scripts) {
        try {
            JdbcClient client = JdbcClient.create(target);
            String schema = tables.schema();
            if (schema == null) {
                schema = client.sql(SCHEMA).query(String.class).single();
            }
            List<String> preparations = new ArrayList<>(schemas(client, schema, scripts));
            preparations.addAll(extensions(client, scripts));
            return new DatabasePrerequisites(
                    new Tables(schema, tables.versionTable(), tables.historyTable()), List.copyOf(preparations));
        } catch (DataAccessException e) {
            throw new DatabaseException(
                    "The target cannot be read: " + words(e),
                    "See that it runs, and that url, user and password are right.",
                    e);
        }
    }

    /**
     * Returns the statements for schemas that are created elsewhere and that revisions use. If revisions in Java or
     * computed names may create schemas, no statement is returned.
     */
    private static List<String> schemas(JdbcClient client, String schema, ScriptDirectory scripts) {
        Pattern computed = Pattern.compile(CREATES_SCHEMA + "[^\\w\"]");
        if (scripts.scripts().stream()
                .anyMatch(script -> script.upgrade().code().isPresent() || finds(computed, script))) {
            return List.of();
        }
        return client.sql(SCHEMAS).param(schema).query(String.class).list().stream()
                .filter(name -> isExpected(name, scripts))
                .map(name -> "CREATE SCHEMA IF NOT EXISTS " + new Identifier(name).quoted())
                .toList();
    }

    private static boolean isExpected(String schema, ScriptDirectory scripts) {
        String name = "\"?" + Pattern.quote(schema) + "\"?";
        Pattern uses = Pattern.compile("(?i)(?<![\\w.])" + name + "\\s*\\.");
        Pattern creates = Pattern.compile(CREATES_SCHEMA + name + "(?!\\w)");
        return scripts.scripts().stream().anyMatch(script -> finds(uses, script))
                && scripts.scripts().stream().noneMatch(script -> finds(creates, script));
    }

    private static boolean finds(Pattern pattern, RevisionScript script) {
        return pattern.matcher(script.file().text()).find();
    }

    private static List<String> extensions(JdbcClient client, ScriptDirectory scripts) {
        return client
                .sql(EXTENSIONS)
                .query((row, number) -> new Installed(row.getString("extname"), row.getString("nspname")))
                .list()
                .stream()
                .filter(extension -> scripts.scripts().stream().noneMatch(extension::isCreatedBy))
                .flatMap(extension -> extension.statements().stream())
                .toList();
    }

    /** Creates what is needed before the first revision. */
    void prepare(DataSource database) {
        for (String statement : preparations) {
            try {
                JdbcClient.create(database).sql(statement).update();
            } catch (DataAccessException e) {
                throw new DatabaseException(
                        "The target has something that no revision creates, and the throw-away database cannot have"
                                + " it: `" + statement + "` fails: "
                                + words(e),
                        "Name a server whose role may create it: migration.shadow.url, migration.shadow.username and"
                                + " migration.shadow.password.",
                        e);
            }
        }
    }

    /** Returns the message of the driver rather than that of the exception that wraps it. */
    private static String words(DataAccessException failure) {
        return String.valueOf(
                Objects.requireNonNullElse(failure.getCause(), failure).getMessage());
    }
}
