package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Comparisons;
import dev.athanor.migration.Migrations;
import dev.athanor.migration.MigrationsBuilder;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.source.FolderSource;
import dev.athanor.migration.source.JavaSources;
import dev.athanor.migration.source.NewRevisionSettings;
import dev.athanor.migration.source.NewRevisions;
import dev.athanor.migration.source.RevisionRequest;
import dev.athanor.migration.source.WrittenRevision;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.InMemoryCompiler;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks generated revisions word for word. Each one is run, must lead to the wanted schema, and is taken back. */
@ExtendWith(PostgresExtension.class)
class ScenariosIT {

    @TempDir
    private Path folder;

    static Stream<Scenario> scenarios() {
        return Stream.concat(Scenario.all(), Scenario.withObjects());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whatIsGeneratedLeadsThereAndBack(Scenario scenario, TestDatabase database) {
        migrations(database).ensureVersion();
        database.execute(scenario.live());
        List<String> before = CatalogSnapshot.of(database);

        List<WrittenRevision> written = generate(database, scenario);

        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
        if (scenario.since() <= version(database)) {
            assertThat(sections(written)).isEqualTo(scenario.revisions());
        }
        migrations(database).upgrade();
        assertThat(comparisons(database).check(wanted(scenario)).lines()).isEmpty();
        assertThat(generate(database, scenario)).isEmpty();
        migrations(database).downgrade("base");
        assertThat(unordered(CatalogSnapshot.of(database))).isEqualTo(unordered(before));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void inJavaItLeadsThereAndBackAsWell(Scenario scenario, TestDatabase database) throws Exception {
        migrations(database).ensureVersion();
        database.execute(scenario.live());
        List<String> before = CatalogSnapshot.of(database);
        NewRevisions files = new NewRevisions(NewRevisionSettings.in(folder));

        List<WrittenRevision> written = comparisons(database)
                .autogenerate(wanted(scenario), files.directory())
                .write(
                        files,
                        files.directory(),
                        RevisionRequest.of("generated"),
                        new JavaSources(folder, "generated.revisions", 40));

        MigrationsBuilder builder = Migrations.builder(database.dataSource());
        for (WrittenRevision one : written) {
            builder.revision(compiled(one.path()));
        }
        Migrations migrations = builder.build();
        migrations.upgrade();
        assertThat(migrations.comparisons().check(wanted(scenario)).lines()).isEmpty();
        migrations.downgrade("base");
        assertThat(unordered(CatalogSnapshot.of(database))).isEqualTo(unordered(before));
    }

    private static JavaRevision compiled(Path file) throws Exception {
        String name = file.getFileName().toString().replace(".java", "");
        Class<?> type = InMemoryCompiler.compile("generated.revisions." + name, Files.readString(file));
        return (JavaRevision) type.getConstructor().newInstance();
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

    static int version(TestDatabase database) {
        return Integer.parseInt(database.texts("SHOW server_version_num").get(0)) / 10_000;
    }

    /** Removes the positions of columns, because a column that a downgrade adds again is the last one. */
    private static List<String> unordered(List<String> snapshot) {
        return snapshot.stream()
                .map(line -> line.replaceFirst("^(column \\S+) \\d+ ", "$1 "))
                .sorted()
                .toList();
    }
}
