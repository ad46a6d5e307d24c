package dev.athanor.migration.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.witness.CatalogTables.ServerColumn;
import dev.athanor.migration.witness.WitnessScope.Extent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class WitnessIT {

    private static final WitnessScope SCOPE = WitnessScope.of("public");

    /** Every how many statements the catalogs are also read as a whole, to compare with what is read in part. */
    private static final int WHOLE_READINGS = Integer.getInteger("migration.test.whole-readings", 5);

    private static TestDatabase database;
    private static Connection connection;

    @BeforeAll
    static void create() throws SQLException {
        database = PostgresServer.get().createDatabase("witness");
        connection = database.dataSource().getConnection();
    }

    @AfterAll
    static void drop() throws SQLException {
        connection.close();
        PostgresServer.get().dropDatabase(database);
    }

    /**
     * Holds a statement that changes the schema.
     *
     * @param since the first version of PostgreSQL that has it
     * @param inverse the statements that take it back, or an empty text
     */
    record Change(int since, String sql, String inverse) {

        private static final Pattern LINE = Pattern.compile("(?:(\\d+) )?(.*?)(?: <=> (.*))?");

        static Change of(String line) {
            Matcher parts = LINE.matcher(line);
            assertThat(parts.matches()).isTrue();
            return new Change(
                    parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1)),
                    parts.group(2),
                    parts.group(3) == null ? "" : parts.group(3));
        }
    }

    @Test
    void everyStatementIsSeenAndSoIsWhatTakesItBack() throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        CatalogWitness witness = new CatalogWitness(connection);
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        connection.setAutoCommit(false);
        try {
            run(text("base.sql"));
            Evidence before = witness.read(SCOPE);
            for (Change change : changes(version)) {
                Savepoint start = connection.setSavepoint();
                try {
                    seen++;
                    run(change.sql());
                    Evidence after = witness.read(SCOPE);
                    if (after.since(before).isEmpty()) {
                        wrong.add("not seen: " + change.sql());
                    }
                    if (seen % WHOLE_READINGS == 0) {
                        new CatalogWitness(connection)
                                .read(SCOPE)
                                .since(after)
                                .forEach(stale -> wrong.add("read in part, " + change.sql() + ": " + stale));
                    }
                    if (!change.inverse().isEmpty()) {
                        run(change.inverse());
                        witness.read(SCOPE).since(before).forEach(left -> wrong.add(change.sql() + ": " + left));
                    }
                } catch (SQLException e) {
                    wrong.add(change.sql() + ": " + e.getMessage());
                }
                connection.rollback(start);
            }
            assertThat(witness.read(SCOPE).since(before)).isEmpty();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).isGreaterThan(300);
    }

    static List<Change> changes(int version) {
        return text("statements.sql")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Change::of)
                .filter(change -> change.since() <= version)
                .toList();
    }

    @Test
    void aSchemaIsTheSameUnderAnotherName() throws SQLException {
        String ddl = """
                CREATE TYPE mood AS ENUM ('a', 'b');
                CREATE TABLE people (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text DEFAULT 'x' CHECK (name <> ''),
                    mood mood DEFAULT 'a', friend int REFERENCES people);
                CREATE INDEX ON people (lower(name)) WHERE mood = 'a';
                CREATE VIEW names AS SELECT p.name, f.name AS friend FROM people p JOIN people f ON p.friend = f.id;
                CREATE FUNCTION number(p people) RETURNS int LANGUAGE sql RETURN p.id;
                ALTER TABLE people ENABLE ROW LEVEL SECURITY;
                CREATE POLICY own ON people USING (name IN (SELECT names.name FROM names))""";
        connection.setAutoCommit(false);
        try {
            run("CREATE SCHEMA app; SET LOCAL search_path = app; " + ddl);
            run("CREATE SCHEMA other; SET LOCAL search_path = other; " + ddl);

            for (Extent extent : List.of(Extent.DATABASE, Extent.SCHEMAS)) {
                Evidence one = new CatalogWitness(connection)
                        .read(WitnessScope.of("app").withExtent(extent));
                Evidence other = new CatalogWitness(connection)
                        .read(WitnessScope.of("other").withExtent(extent));
                assertThat(other.since(one)).isEmpty();
                assertThat(one.size()).isGreaterThan(20);
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Prints the numbers for the documentation if they differ. */
    @Test
    void eachColumnOfTheCatalogsIsComparedOrLeftOutForAReason() {
        JdbcClient client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        List<ServerColumn> columns = CatalogTables.columns(client);
        Map<String, CatalogTable> tables =
                CatalogTables.read(client).stream().collect(Collectors.toMap(CatalogTable::name, table -> table));
        Map<String, List<String>> missing = new TreeMap<>();
        int compared = 0;
        for (ServerColumn column : columns) {
            CatalogTable table = tables.get(column.catalogName());
            if (table != null && table.position(column.name()) >= 0) {
                compared++;
            } else if (LeftOut.find(column.catalogName(), column.name()).isEmpty()) {
                missing.computeIfAbsent(column.catalogName(), any -> new ArrayList<>())
                        .add(column.name());
            }
        }

        assertThat(missing).isEmpty();
        Map<Integer, String> counts = Map.of(14, "434 of 571", 18, "454 of 601");
        int version = Integer.parseInt(client.sql("SHOW server_version_num")
                        .query(String.class)
                        .single())
                / 10000;
        assertThat(compared + " of " + columns.size())
                .isEqualTo(counts.getOrDefault(version, compared + " of " + columns.size()));
    }

    @Test
    void thePageNamesWhatIsLeftOut() throws IOException {
        String page = Files.readString(Path.of("../docs/witness.md"));
        String table = LeftOut.all().stream()
                .map(one -> "| " + (one == LeftOut.OID ? one.catalog() : "`" + one.catalog() + "`") + " | "
                        + (one.columns().isEmpty()
                                ? "all"
                                : one.columns().stream()
                                        .map(name -> "`" + name + "`")
                                        .collect(Collectors.joining(", ")))
                        + " | " + one.reason() + " |")
                .collect(Collectors.joining("\n"));

        assertThat(page).contains(table);
    }

    private static void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    static String text(String resource) {
        try (InputStream in = WitnessIT.class.getResourceAsStream("/witness/" + resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
