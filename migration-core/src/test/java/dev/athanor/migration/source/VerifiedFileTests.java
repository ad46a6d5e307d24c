package dev.athanor.migration.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.migration.script.VerifiedRevisions;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifiedFileTests {

    @TempDir
    private Path folder;

    @Test
    void isWrittenOverTheOneThatIsThereAndReadBack() throws IOException {
        Files.writeString(folder.resolve("verified.txt"), "old");

        Path file = VerifiedFile.write(folder, VerifiedRevisions.NONE);

        assertThat(file).isEqualTo(folder.resolve("verified.txt"));
        assertThat(new FolderSource(folder).verdicts()).containsExactly(VerifiedRevisions.NONE.text());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void isNoScript() {
        VerifiedFile.write(folder, VerifiedRevisions.NONE);

        assertThat(new FolderSource(folder).read()).isEmpty();
    }

    @Test
    void whereThereIsNoneNothingIsKnown() {
        assertThat(new FolderSource(folder).verdicts()).isEmpty();
        assertThat(new ClasspathSource(getClass().getClassLoader(), "nowhere").verdicts())
                .isEmpty();
    }

    @Test
    void isReadFromAJar() throws IOException {
        Path jar = folder.resolve("app.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("db/revisions/verified.txt"));
            out.write("a1 proven 1:00".getBytes());
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            RevisionSource source = RevisionSources.parse(List.of("classpath:db/revisions", "db/revisions"), loader);

            assertThat(source.verdicts()).containsExactly("a1 proven 1:00");
        }
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        Path nowhere = folder.resolve("nowhere");

        SourceException refused =
                catchThrowableOfType(SourceException.class, () -> VerifiedFile.write(nowhere, VerifiedRevisions.NONE));

        assertThat(refused.problem())
                .isEqualTo("File " + nowhere.resolve("verified.txt")
                        + " cannot be written: java.nio.file.NoSuchFileException: "
                        + nowhere.resolve(".verified.txt.tmp") + ".");
        assertThat(refused.action())
                .isEqualTo("Let the command write to the folder of the revisions; the results were printed.");
    }
}
