package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autogenerate.Autogeneration;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.source.FolderSource;
import dev.athanor.migration.source.NewRevisionSettings;
import dev.athanor.migration.source.NewRevisions;
import dev.athanor.migration.source.RevisionRequest;
import dev.athanor.migration.source.WrittenRevision;
import dev.athanor.migration.template.FileTemplate;
import dev.athanor.migration.template.ScriptTemplate;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * From an empty folder to the demo's schema, and from there along changes that somebody makes to its entities: each is found,
 * written as a proven revision, applied, and taken back.
 */
@ExtendWith(PostgresExtension.class)
class AutogenerateIT {

    private TestDatabase database;
    private Path revisions;

    @TestFactory
    Stream<DynamicTest> eachChangeOfTheEntitiesIsFoundAndProven(@TempDir Path folder) throws IOException {
        database = PostgresServer.get().createDatabase("autogenerate");
        revisions = Files.createDirectory(folder.resolve("revisions"));
        EditedDemo unchanged = EditedDemo.of(folder.resolve("unchanged"), List.of());
        return Stream.concat(
                        Stream.of(DynamicTest.dynamicTest("from nothing", () -> fromNothing(unchanged.entities()))),
                        EntityChange.all().stream()
                                .map(change -> DynamicTest.dynamicTest(
                                        change.name(),
                                        () -> thereAndBack(
                                                change, folder.resolve(change.name()), unchanged.entities()))))
                .onClose(() -> PostgresServer.get().dropDatabase(database));
    }

    private void fromNothing(WantedSchema entities) {
        write("create everything", entities);
        migrations().upgrade("heads");

        assertThat(lines(entities)).isEmpty();
        assertThat(migrations().planUpgrade("heads").steps()).isEmpty();
    }

    private void thereAndBack(EntityChange change, Path folder, WantedSchema unchanged) throws IOException {
        try (EditedDemo edited = EditedDemo.of(folder, change.edits())) {
            assertThat(lines(edited.entities())).containsExactlyElementsOf(change.differences());

            List<WrittenRevision> written = write(change.name(), edited.entities());
            migrations().upgrade("heads");
            assertThat(lines(edited.entities())).isEmpty();

            migrations().downgrade("-" + written.size());
            for (WrittenRevision revision : written) {
                Files.delete(revision.path());
            }
            assertThat(lines(unchanged)).isEmpty();
        }
    }

    private List<WrittenRevision> write(String message, WantedSchema entities) {
        NewRevisions files = new NewRevisions(new NewRevisionSettings(
                List.of(revisions),
                ScriptTemplate.standard(),
                FileTemplate.of("{rev}_{slug}", 40),
                ZoneOffset.UTC,
                Placeholders.none()));
        Autogeneration generated = migrations().comparisons().autogenerate(entities, files.directory());
        return generated.write(files, files.directory(), RevisionRequest.of(message));
    }

    private List<String> lines(WantedSchema entities) {
        return migrations().comparisons().check(entities).lines();
    }

    private Migrations migrations() {
        return Migrations.builder(database.dataSource())
                .source(new FolderSource(revisions))
                .build();
    }
}
