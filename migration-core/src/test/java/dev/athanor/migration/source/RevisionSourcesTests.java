package dev.athanor.migration.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.script.ScriptFile;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionSourcesTests {

    private static final ClassLoader LOADER = RevisionSourcesTests.class.getClassLoader();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "classpath:db/revisions, classpath:db/revisions",
        "classpath:/db/revisions/, classpath:db/revisions",
        "classpath*:db/revisions, classpath:db/revisions",
        "db/revisions, classpath:db/revisions",
        "' db/revisions ', classpath:db/revisions",
        "file:./db, file:./db",
        "file:db/my revisions, file:db/my revisions",
        "filesystem:/opt/db, file:/opt/db",
        "file:///opt/db, file:/opt/db"
    })
    void aLocationIsOnTheClassPathOrAFolder(String location, String source) {
        assertThat(RevisionSources.parse(location, LOADER)).hasToString(source);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s3:bucket/db | Location s3:bucket/db begins with neither classpath: nor file:. | Write classpath:<folder> or file:<folder>.
            C:\\db       | Location C:\\db begins with neither classpath: nor file:. | Write file:C:\\db.
            ./db         | Location ./db has no prefix, and would be looked for on the class path. | Write file:./db for a folder.
            classpath*:db/**/*.sql | Location classpath*:db/**/*.sql contains '*'. | Name the folder only: every *.sql file in it and in the folders below it is read.
            classpath:/  | Location classpath:/ names no folder. | Name one, such as classpath:db/revisions.
            file:        | Location file: names no folder. | Name one, such as file:./db/revisions.
            """)
    void anythingElseIsRefused(String location, String problem, String action) {
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> RevisionSources.parse(location, LOADER))
                .withMessage(problem + "\n" + action);
    }

    @Test
    void severalLocationsAreReadInOrderAndOverlapsOnce() throws IOException {
        Files.createDirectories(folder.resolve("db/inner"));
        Files.writeString(folder.resolve("db/a.sql"), "a");
        Files.writeString(folder.resolve("db/inner/b.sql"), "b");

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            RevisionSource source =
                    RevisionSources.parse(List.of("db/inner", "classpath:db", "file:" + folder), loader);

            assertThat(source.read())
                    .extracting(ScriptFile::location)
                    .containsExactly("db/inner/b.sql", "db/a.sql", folder + "/db/a.sql", folder + "/db/inner/b.sql");
        }
    }
}
