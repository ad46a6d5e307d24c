package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.source.FolderSource;
import dev.athanor.migration.source.NewRevisionSettings;
import dev.athanor.migration.source.NewRevisions;
import dev.athanor.migration.source.RevisionRequest;
import dev.athanor.migration.sql.Statement;
import dev.athanor.migration.sql.StatementSplitter;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Generates the revision of a case and runs it in both directions. The judge is not Athanor's own reader, but
 * {@link CatalogSnapshot}: after the upgrade the catalogs equal those of a database that is built from {@code new.sql},
 * after the downgrade those of one that is built from {@code old.sql}, and the rows are there all the time.
 */
final class CaseProof {

    private static final String TABLES = """
            SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
              AND c.relname NOT IN ('migration_version', 'migration_history') ORDER BY 1""";

    private final GeneratedCase one;
    private final TestDatabase database;
    private final Path folder;

    /**
     * @param database an empty one
     * @param folder where the revisions are written
     */
    CaseProof(GeneratedCase one, TestDatabase database, Path folder) {
        this.one = one;
        this.database = database;
        this.folder = folder;
    }

    void run() {
        run(generated -> List.of());
    }

    /**
     * Runs the case, and after the upgrade statements that a person adds to declare inherited columns, which no downgrade
     * takes back.
     *
     * @param byHand from what is generated to those statements
     */
    void run(Function<Autogeneration, List<String>> byHand) {
        assumeTrue(one.since() <= ScenariosIT.version(database), "a later version of PostgreSQL");
        List<String> wanted = built(one.wanted());
        build(one.before());
        List<String> before = CatalogSnapshot.unordered(CatalogSnapshot.of(database));
        build(one.rows());
        Map<String, List<Map<String, Object>>> rows = rows();
        migrations().ensureVersion();

        Autogeneration generated = generation();

        assertThat(generated.decisions()).isEmpty();
        NewRevisions files = files();
        generated.write(files, files.directory(), RevisionRequest.of("generated"));
        migrations().upgrade();
        List<String> added = byHand.apply(generated);
        added.forEach(this::build);
        assertThat(CatalogSnapshot.unordered(CatalogSnapshot.of(database))).containsExactlyElementsOf(wanted);
        assertThat(generation().isEmpty()).isTrue();
        assertSame(rows, rows());
        migrations().downgrade("base");
        assertThat(withoutDeclarations(added, CatalogSnapshot.unordered(CatalogSnapshot.of(database))))
                .containsExactlyElementsOf(withoutDeclarations(added, before));
        assertSame(rows, rows());
    }

    private static List<String> withoutDeclarations(List<String> added, List<String> snapshot) {
        return added.isEmpty()
                ? snapshot
                : snapshot.stream()
                        .filter(line -> !line.startsWith("inherited column "))
                        .toList();
    }

    private void build(String script) {
        try (Connection connection = database.dataSource().getConnection()) {
            send(connection, script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(Connection connection, String script) throws SQLException {
        for (Statement statement : StatementSplitter.split(script)) {
            RollbackTransaction.send(connection, statement.sql());
        }
    }

    /** Returns what the catalogs say while a schema exists in the database, which does not keep it. */
    private List<String> built(String script) {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            send(connection, script);
            List<String> snapshot =
                    CatalogSnapshot.of(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            connection.rollback();
            return CatalogSnapshot.unordered(snapshot);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Autogeneration generation() {
        return migrations()
                .comparisons()
                .autogenerate(SchemaScript.of(new ScriptFile("new.sql", one.wanted())), files().directory());
    }

    private NewRevisions files() {
        return new NewRevisions(NewRevisionSettings.in(folder));
    }

    private Migrations migrations() {
        return Migrations.builder(database.dataSource())
                .source(() -> new FolderSource(folder).read())
                .build();
    }

    /** Returns the rows of each table, without those of its children. */
    private Map<String, List<Map<String, Object>>> rows() {
        Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
        for (String table : database.texts(TABLES)) {
            rows.put(
                    table,
                    database.client().sql("SELECT * FROM ONLY " + table).query().listOfRows());
        }
        return rows;
    }

    /** Compares the rows of all tables that are on both sides, in the columns that are on both sides. */
    private static void assertSame(
            Map<String, List<Map<String, Object>>> before, Map<String, List<Map<String, Object>>> after) {
        for (String table : before.keySet()) {
            if (after.containsKey(table)) {
                assertThat(texts(after.get(table), before.get(table)))
                        .as(table)
                        .isEqualTo(texts(before.get(table), after.get(table)));
            }
        }
    }

    private static List<String> texts(List<Map<String, Object>> rows, List<Map<String, Object>> others) {
        return rows.stream()
                .map(row -> new TreeMap<>(row))
                .peek(row -> others.stream().findFirst().ifPresent(other -> row.keySet()
                        .retainAll(other.keySet())))
                .map(Object::toString)
                .sorted()
                .toList();
    }
}
