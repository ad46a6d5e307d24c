package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Comparisons;
import dev.athanor.migration.Migrations;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.source.FolderSource;
import dev.athanor.migration.source.NewRevisionSettings;
import dev.athanor.migration.source.NewRevisions;
import dev.athanor.migration.source.RevisionRequest;
import dev.athanor.migration.source.WrittenRevision;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rows do not allow is a comment in the generated revision; the rest runs, and so does the comment without its rows. */
@ExtendWith(PostgresExtension.class)
class DecisionsIT {

    private static final Pattern STATEMENT = Pattern.compile("(?m)^--     (.*)$");

    @TempDir
    private Path folder;

    static Stream<Scenario> scenarios() {
        return Scenario.withDecisions();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theRestIsGeneratedAndWhatIsOpenStaysAComment(Scenario scenario, TestDatabase database) {
        migrations(database).ensureVersion();
        database.execute(scenario.live());
        List<String> before = CatalogSnapshot.of(database);

        List<WrittenRevision> written = generate(database, scenario);

        if (scenario.since() <= ScenariosIT.version(database)) {
            assertThat(sections(written)).isEqualTo(scenario.revisions());
        }
        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
        migrations(database).upgrade();
        if (scenario.revisions().contains("Fails where table")) {
            truncate(database);
        }
        migrations(database).downgrade("base");
        assertThat(unordered(CatalogSnapshot.of(database))).isEqualTo(unordered(before));
    }

    @Test
    void whatAnObjectNeedsThatIsNotComparedIsAskedAbout(TestDatabase database) {
        database.execute("CREATE TABLE users (id bigint PRIMARY KEY, owner text);"
                + "CREATE SCHEMA reports; CREATE VIEW reports.owners AS SELECT owner FROM users");

        List<WrittenRevision> written = generate(
                database, new Scenario("view", 14, "", "CREATE TABLE users (id bigint PRIMARY KEY, age int);", ""));

        assertThat(sections(written)).isEqualTo("""
                -- @upgrade
                ALTER TABLE users ADD COLUMN age integer;

                -- To decide: PostgreSQL refuses the change of column users.owner: cannot drop column owner of table users\
                 because other objects depend on it.
                -- Decide how to go about it: correct the rows, complete the statements, or change the wanted schema.
                -- Then uncomment these statements, and those of the downgrade:
                --     ALTER TABLE users DROP COLUMN owner;

                -- @downgrade
                -- Uncomment this with the statements of the upgrade for column users.owner:
                --     ALTER TABLE users ADD COLUMN owner text;

                ALTER TABLE users DROP COLUMN age;""");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theCommentLeadsToWhatIsWantedAndBackWhereNoRowsAreInTheWay(Scenario scenario, TestDatabase database) {
        migrations(database).ensureVersion();
        database.execute(scenario.live());
        generate(database, scenario).forEach(DecisionsIT::uncomment);
        truncate(database);
        List<String> before = CatalogSnapshot.of(database);

        migrations(database).upgrade();

        assertThat(comparisons(database).check(wanted(scenario)).lines()).isEmpty();
        migrations(database).downgrade("base");
        assertThat(unordered(CatalogSnapshot.of(database))).isEqualTo(unordered(before));
    }

    private static void uncomment(WrittenRevision written) {
        String text = written.script().file().text();
        int sections = text.indexOf("-- @upgrade");
        try {
            java.nio.file.Files.writeString(
                    written.path(),
                    text.substring(0, sections)
                            + STATEMENT.matcher(text.substring(sections)).replaceAll("$1"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void truncate(TestDatabase database) {
        database.execute("TRUNCATE " + String.join(", ", tables(database)));
        database.texts(
                        "SELECT format('%I.%I', schemaname, sequencename) FROM pg_sequences WHERE sequencename NOT LIKE 'migration%'")
                .forEach(sequence -> database.execute("ALTER SEQUENCE " + sequence + " RESTART"));
    }

    private static List<String> tables(TestDatabase database) {
        return database.texts("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN"
                + " ('pg_catalog', 'information_schema') AND tablename NOT LIKE 'migration%'");
    }

    private List<WrittenRevision> generate(TestDatabase database, Scenario scenario) {
        NewRevisions files = new NewRevisions(NewRevisionSettings.in(folder));
        return comparisons(database)
                .autogenerate(wanted(scenario), files.directory())
                .write(files, files.directory(), RevisionRequest.of(scenario.title()));
    }

    private static SchemaScript wanted(Scenario scenario) {
        return SchemaScript.of(new ScriptFile("schema.sql", scenario.wanted()));
    }

    private Comparisons comparisons(TestDatabase database) {
        return migrations(database).comparisons();
    }

    private Migrations migrations(TestDatabase database) {
        return Migrations.builder(database.dataSource())
                .source(() -> new FolderSource(folder).read())
                .build();
    }

    private static String sections(List<WrittenRevision> written) {
        return written.stream()
                .map(one -> one.script().file().text())
                .map(text -> text.substring(text.indexOf("-- @upgrade")).strip())
                .collect(Collectors.joining("\n==\n"));
    }

    /** A column that comes back is the last one. */
    private static List<String> unordered(List<String> snapshot) {
        return snapshot.stream()
                .map(line -> line.replaceFirst("^(column \\S+) \\d+ ", "$1 "))
                .sorted()
                .toList();
    }
}
