package dev.athanor.migration.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.directive.Recording;
import dev.athanor.migration.operation.TableOperation.CreateTable;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that nobody gave are those that PostgreSQL gives. */
@ExtendWith(PostgresExtension.class)
class AutoNamesIT {

    @ParameterizedTest
    @CsvSource({
        "t, a, b",
        "Table, Größe, select",
        "ttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt, a, b",
        "tttttttttttttttttttttttttttttttttttttttttttttt, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbb",
        "t, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        "éééééééééééééééééééééééééééééé, 名名名名名名名名名名名名名名名名, b",
        "tt, éééééééééééééééééééééééééééééé, 名名名名名名名名名名名名名名名名"
    })
    void theyAreAlike(String table, String first, String second, TestDatabase database) {
        String a = '"' + first + '"';
        String b = '"' + second + '"';
        database.execute(
                "CREATE TABLE \"" + table + "\" (" + a + " integer, " + b + " integer, UNIQUE (" + a + "), UNIQUE (" + a
                        + ", " + b + "), PRIMARY KEY (" + b + "), FOREIGN KEY (" + a + ") REFERENCES \"" + table
                        + "\", CHECK (" + a
                        + " > 0), CHECK (" + a + " > 1), CHECK (" + a + " > " + b + "), CHECK (0 < 1), EXCLUDE (" + a
                        + " WITH =, " + b + " WITH =))");
        database.execute("CREATE INDEX ON \"" + table + "\" (" + b + ", " + a + ")");
        database.execute("CREATE INDEX ON \"" + table + "\" (" + b + ", " + a + ")");

        Recording recording = Recording.of(op -> op.createTable(table, t -> {
            t.column(first, "integer");
            t.column(second, "integer");
            t.unique(first);
            t.unique(first, second);
            t.primaryKey(second);
            t.foreignKey(first).references(table);
            t.check(a + " > 0");
            t.check(a + " > 1 AND 'x' <> '" + second + "'");
            t.check(a + " > " + b);
            t.check("0 < 1");
            t.exclude().using("btree").element(first, "=").element(second, "=");
            t.index(second, first);
            t.index(second, first);
        }));

        CreateTable creation = (CreateTable) recording.operations().get(0);
        assertThat(creation.table().constraints().stream().map(Constraint::name).toList())
                .containsExactlyInAnyOrderElementsOf(
                        database.texts(
                                "SELECT conname FROM pg_constraint WHERE contype <> 'n' AND connamespace = 'public'::regnamespace"));
        List<String> indexes = database.texts("SELECT relname FROM pg_class JOIN pg_index ON indexrelid = pg_class.oid"
                + " WHERE relnamespace = 'public'::regnamespace"
                + " AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid AND contype <> 'f')");
        assertThat(creation.table().indexes().stream().map(Index::name).toList())
                .containsExactlyInAnyOrderElementsOf(indexes);
    }
}
