package dev.athanor.migration.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionFoldersTests {

    @TempDir
    private Path home;

    private RevisionFolders folders;

    @BeforeEach
    void makeFolders() throws IOException {
        for (String file : List.of("db/revisions/a.sql", "db/revisions/2025/b.sql", "db/revisions/shop/c.sql")) {
            write("app/" + file);
        }
        write("lib/db/revisions/d.sql");
        folders = RevisionFolders.of(List.of(
                home.resolve("app/db/revisions"),
                home.resolve("app/db/revisions/shop"),
                home.resolve("lib/db/revisions")));
    }

    @ParameterizedTest
    @CsvSource({
        "db/revisions/a.sql, app/db/revisions",
        "db/revisions/2025/b.sql, app/db/revisions",
        "db/revisions/shop/c.sql, app/db/revisions/shop",
        "db/revisions/d.sql, lib/db/revisions",
        "db/revisions/gone.sql, app/db/revisions",
        "revisions/d.sql, lib/db/revisions",
        "d.sql, app/db/revisions",
        "other/d.sql, app/db/revisions",
        "HOME/lib/db/revisions/d.sql, lib/db/revisions",
        "HOME/lib/../lib/db/revisions/d.sql, lib/db/revisions",
        "jar:file:/x.jar!/db/revisions/d.sql, app/db/revisions"
    })
    void aChildGoesWhereItsParentIs(String location, String folder) {
        assertThat(folders.of(Optional.of(script(location.replace("HOME", home.toString()))))
                        .path())
                .isEqualTo(home.resolve(folder));
    }

    @Test
    void aBaseGoesToTheFirstFolder() {
        assertThat(folders.of(Optional.empty()).path()).isEqualTo(home.resolve("app/db/revisions"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lib/db/revisions", "/lib/db/revisions/", "/lib/./db/../db/revisions"})
    void aVersionPathNamesAFolder(String versionPath) {
        assertThat(folders.named(home + versionPath).path()).isEqualTo(home.resolve("lib/db/revisions"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib/db/revisions", "elsewhere", "", "a\0b"})
    void anotherVersionPathIsRefused(String versionPath) {
        assertThatExceptionOfType(NewRevisionException.class)
                .isThrownBy(() -> folders.named(versionPath))
                .withMessage("Version path " + versionPath + " is none of the folders for revisions: " + home
                        + "/app/db/revisions, " + home + "/app/db/revisions/shop, " + home + "/lib/db/revisions.\n"
                        + "Give one of them, or add it to `migration.directory`.");
    }

    private void write(String file) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
    }

    private static RevisionScript script(String location) {
        return new ScriptParser(Placeholders.none())
                .parse(new ScriptFile(location, "-- Revision ID: a\n-- @upgrade\n-- @downgrade\n"));
    }
}
