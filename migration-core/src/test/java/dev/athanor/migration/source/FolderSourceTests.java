package dev.athanor.migration.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.ScriptFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTests {

    @TempDir
    private Path folder;

    @Test
    void filesComeFolderByFolderAndNameByName() throws IOException {
        for (String name :
                new String[] {"b.sql", "a/z.sql", "a-b/1.sql", "a.sql", "a/b/c.sql", "B.sql", "10.sql", "9.sql"}) {
            write(name, name);
        }

        assertThat(new FolderSource(folder).read())
                .extracting(ScriptFile::text)
                .containsExactly("10.sql", "9.sql", "B.sql", "a/b/c.sql", "a/z.sql", "a-b/1.sql", "a.sql", "b.sql");
    }

    @Test
    void onlyVisibleSqlFilesAreRead() throws IOException {
        for (String name : new String[] {
            "a.sql", "b.SQL", "c.sql.bak", "readme.md", ".d.sql", "._e.sql", ".git/f.sql", "sql", "g.sql/h.txt"
        }) {
            write(name, "");
        }

        assertThat(new FolderSource(folder).read())
                .extracting(ScriptFile::location)
                .containsExactly(folder + "/a.sql", folder + "/b.SQL");
    }

    @Test
    void namesMayHaveBlanksAndAnyLetters() throws IOException {
        write("größe 日本/über uns (1).sql", "SELECT 'ß日😀';\r\n");

        assertThat(new FolderSource(folder).read())
                .containsExactly(new ScriptFile(folder + "/größe 日本/über uns (1).sql", "SELECT 'ß日😀';\r\n"));
    }

    @Test
    void textIsUntouched() throws IOException {
        write("empty.sql", "");
        write("text.sql", "\uFEFFa\r\nb\rc \uFFFD\n\n");

        assertThat(new FolderSource(folder).read())
                .extracting(ScriptFile::text)
                .containsExactly("", "\uFEFFa\r\nb\rc \uFFFD\n\n");
    }

    @Test
    void aFileReachedTwiceIsReadOnce() throws IOException {
        write("..2025/a.sql", "a");
        Files.createSymbolicLink(folder.resolve("..data"), folder.resolve("..2025"));
        Files.createSymbolicLink(folder.resolve("a.sql"), folder.resolve("..data/a.sql"));
        Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        write("real/b.sql", "b");

        assertThat(new FolderSource(folder).read())
                .extracting(ScriptFile::location)
                .containsExactly(folder + "/a.sql", folder + "/link/b.sql");
    }

    @Test
    void relativeFoldersKeepTheirSpelling() {
        Path relative = Path.of("src", "test", "java", "..", "java", "dev");

        assertThat(new FolderSource(relative).read()).isEmpty();
        assertThat(new FolderSource(Path.of("./db"))).hasToString("file:./db");
    }

    @Test
    void aFolderThatDoesNotExistIsNamed() {
        Path missing = folder.resolve("none");

        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> new FolderSource(missing).read())
                .withMessage("Folder " + missing + " does not exist.\n"
                        + "Create it, or correct the location; a relative path starts at the working directory. If it"
                        + " may be missing, set migration.fail-on-missing-locations=false.");
        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> new FolderSource(Path.of("./no such")).read())
                .withMessage("Folder ./no such does not exist (looked for "
                        + Path.of("no such").toAbsolutePath() + ").\n"
                        + "Create it, or correct the location; a relative path starts at the working directory. If it"
                        + " may be missing, set migration.fail-on-missing-locations=false.");
    }

    @Test
    void aFolderWithAMistypedNameIsFoundBesideIt() throws IOException {
        write("revisions/2025/a.sql", "");
        Path mistyped = folder.resolve("revision/2025");

        assertThatExceptionOfType(MissingLocationException.class)
                .isThrownBy(() -> new FolderSource(mistyped).read())
                .withMessageStartingWith("Folder " + mistyped + " does not exist. Did you mean file:"
                        + folder.resolve("revisions/2025") + "?\n");
        assertThat(new FolderSource(mistyped).places())
                .containsExactly(
                        new SearchedPlace("file:" + mistyped, Optional.of("file:" + folder.resolve("revisions/2025"))));
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        write("a.sql", "");

        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> new FolderSource(folder.resolve("a.sql")).read())
                .withMessage("Location " + folder.resolve("a.sql") + " is a file.\n"
                        + "Name the folder that holds it: every *.sql file in it is read.");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Files.createSymbolicLink(folder.resolve("a.sql"), folder.resolve("gone"));

        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> new FolderSource(folder).read())
                .withMessage("Folder " + folder + " cannot be read: java.nio.file.NoSuchFileException: "
                        + folder.resolve("a.sql") + ".\nLet the application read it and all that is in it.")
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void bytesThatAreNotUtf8AreAllNamed() throws IOException {
        Files.write(folder.resolve("a.sql"), "SELECT 1;\r\n-- gr\u00F6\u00DFe".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(folder.resolve("b.sql"), "\uFEFFx".getBytes(StandardCharsets.UTF_16LE));
        Files.write(folder.resolve("c.sql"), (" ".repeat(20_000) + "\u00E9").getBytes(StandardCharsets.ISO_8859_1));
        write("d.sql", "fine");

        assertThatExceptionOfType(InvalidScriptException.class)
                .isThrownBy(() -> new FolderSource(folder).read())
                .withMessage("3 problems in 3 revision scripts:\n"
                        + "  " + folder + "/a.sql:2: The byte 0xF6 at offset 16 is not UTF-8."
                        + " Save the file as UTF-8; it may be ISO-8859-1 or Windows-1252.\n"
                        + "  " + folder + "/b.sql:1: The byte 0xFF at offset 0 is not UTF-8."
                        + " Save the file as UTF-8; it looks like UTF-16.\n"
                        + "  " + folder + "/c.sql:1: The byte 0xE9 at offset 20000 is not UTF-8."
                        + " Save the file as UTF-8; it may be ISO-8859-1 or Windows-1252.\n"
                        + "Correct them, then check with `migration validate`.");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
