package dev.athanor.migration.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.source.DevelopmentFolders.Choice;
import dev.athanor.migration.source.SourceDifference.Kind;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source folders beside what a build has made of them, in a project on disk. */
class DevelopmentFoldersTests {

    private final List<SourceDifference> told = new ArrayList<>();

    @TempDir
    private Path project;

    private Path sources;

    @BeforeEach
    void aSourceFolder() throws IOException {
        sources = Files.createDirectories(project.resolve("src/main/resources/db/revisions"));
    }

    @Test
    void nothingIsToldWhereTheBuildIsTheSource() throws IOException {
        write(sources.resolve("a.sql"), script("a", ""));
        write(sources.resolve("deeper/b.sql"), script("b", "a"));
        write(project.resolve("target/classes/db/revisions/a.sql"), script("a", ""));
        write(project.resolve("target/classes/db/revisions/deeper/b.sql"), script("b", "a"));

        assertThat(read("target/classes")).containsExactly("db/revisions/a.sql", "db/revisions/deeper/b.sql");
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target/classes",
                "build/resources/main",
                "build/classes/java/main",
                "out/production/resources",
                "out/production/classes",
                "bin/main",
                "bin"
            })
    void theSourceCountsBesideEveryOutputFolder(String output) throws IOException {
        write(sources.resolve("a.sql"), script("a", ""));
        write(sources.resolve("b.sql"), script("b", "a") + "SELECT 2;\n");
        write(sources.resolve("new.sql"), script("c", "b"));
        write(project.resolve(output + "/db/revisions/a.sql"), script("a", ""));
        write(project.resolve(output + "/db/revisions/b.sql"), script("b", "a"));
        write(project.resolve(output + "/db/revisions/deleted.sql"), script("d", "b"));
        write(project.resolve(output + "/db/revisions/old_a.sql"), script("a", ""));

        assertThat(read(output)).containsExactly("db/revisions/a.sql", "db/revisions/b.sql", "db/revisions/new.sql");
        assertThat(told)
                .containsExactly(
                        new SourceDifference(Kind.NEW, sources + "/new.sql"),
                        new SourceDifference(Kind.CHANGED, sources + "/b.sql"),
                        new SourceDifference(Kind.GONE, project + "/" + output + "/db/revisions/deleted.sql"),
                        new SourceDifference(Kind.GONE, project + "/" + output + "/db/revisions/old_a.sql"));
        assertThat(texts(output)).anyMatch(text -> text.endsWith("SELECT 2;\n"));
    }

    @Test
    void aJarInTheOutputFolderIsTheProjects() throws IOException {
        write(sources.resolve("a.sql"), script("a", ""));
        jar("target/app.jar", "a.sql", script("a", ""), "deleted.sql", script("b", "a"));

        assertThat(read("target/app.jar")).containsExactly("db/revisions/a.sql");
        assertThat(told)
                .containsExactly(
                        new SourceDifference(Kind.GONE, "db/revisions/deleted.sql in " + project + "/target/app.jar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"libs/library.jar", "target/dependency/library.jar", "build/extracted/lib/library.jar"})
    void scriptsOfALibraryStayWhatTheyAre(String library) throws IOException {
        write(sources.resolve("a.sql"), script("a", ""));
        jar(library, "a.sql", script("other", ""), "b.sql", script("b", "other"));

        assertThat(read(library))
                .containsExactly(
                        "db/revisions/a.sql",
                        "db/revisions/b.sql",
                        "jar:file:" + project + "/" + library + "!/db/revisions/a.sql");
        assertThat(told).containsExactly(new SourceDifference(Kind.NEW, sources + "/a.sql"));
    }

    @Test
    void anIdThatALibraryHasAsWellIsReadTwice() throws IOException {
        write(sources.resolve("a.sql"), script("a", ""));
        jar("libs/library.jar", "b.sql", script("a", ""));

        assertThat(read("libs/library.jar")).containsExactly("db/revisions/a.sql", "db/revisions/b.sql");
    }

    @Test
    void aScriptOfAnotherSourceFolderOfTheProjectIsNotLeftOut() throws IOException {
        write(sources.resolve("a.sql"), script("a", ""));
        write(project.resolve("src/main/postgres/db/revisions/b.sql"), script("b", "a"));
        write(project.resolve("target/classes/db/revisions/a.sql"), script("a", ""));
        write(project.resolve("target/classes/db/revisions/b.sql"), script("b", "a"));

        assertThat(read("target/classes")).containsExactly("db/revisions/a.sql", "db/revisions/b.sql");
        assertThat(told).isEmpty();
    }

    @Test
    void aFolderThatIsNotBuiltYetIsNotMissing() throws IOException {
        Files.createDirectories(project.resolve("target/classes"));

        assertThat(read("target/classes")).isEmpty();
        write(sources.resolve("a.sql"), script("a", ""));
        assertThat(read("target/classes")).containsExactly("db/revisions/a.sql");
        assertThat(told).containsExactly(new SourceDifference(Kind.NEW, sources + "/a.sql"));
    }

    @Test
    void aLocationThatNeitherHasIsMissing() throws IOException {
        Files.delete(sources);
        Files.createDirectories(project.resolve("target/classes"));

        assertThatExceptionOfType(MissingLocationException.class).isThrownBy(() -> read("target/classes"));
    }

    @Test
    void locationsAboveTheFolderAndBelowItAreRead() throws IOException {
        write(sources.resolve("shop/a.sql"), script("a", ""));
        write(sources.resolve("b.sql"), script("b", ""));
        Files.createDirectories(project.resolve("target/classes"));

        assertThat(read("target/classes", List.of("classpath:db"), Choice.FOUND, sources))
                .containsExactly("db/revisions/b.sql", "db/revisions/shop/a.sql");
        assertThat(read(
                        "target/classes",
                        List.of("classpath:db/revisions/shop", "classpath:db/revisions"),
                        Choice.FOUND,
                        sources.resolve("shop"),
                        sources))
                .containsExactly("db/revisions/shop/a.sql", "db/revisions/b.sql");
    }

    @Test
    void aFolderThatNoLocationIsBuiltFromIsReadOnRequestOnly() throws IOException {
        Path other = write(project.resolve("sql/b.sql"), script("b", "")).getParent();
        write(project.resolve("target/classes/db/revisions/a.sql"), script("a", ""));
        List<String> locations = List.of("classpath:db/revisions");

        assertThat(read("target/classes", locations, Choice.FOUND, other)).containsExactly("db/revisions/a.sql");
        assertThat(read("target/classes", locations, Choice.NAMED, other, project.resolve("nowhere")))
                .containsExactly("db/revisions/a.sql", other + "/b.sql");
    }

    @Test
    void aFolderThatIsALocationItselfIsReadOnce() throws IOException {
        write(sources.resolve("a.sql"), script("a", ""));
        Files.createDirectories(project.resolve("target/classes"));

        assertThat(read("target/classes", List.of("file:" + sources), Choice.NAMED, sources))
                .containsExactly(sources + "/a.sql");
    }

    @Test
    void theFolderOfAnotherProjectIsLeftOut() throws IOException {
        write(sources.resolve("x.sql"), script("x", ""));
        Path elsewhere = project.resolve("elsewhere");
        Files.createDirectories(elsewhere.resolve("src"));
        write(elsewhere.resolve("target/classes/db/revisions/a.sql"), script("a", ""));

        assertThat(read("elsewhere/target/classes")).containsExactly("db/revisions/a.sql");
        assertThat(told).containsExactly(new SourceDifference(Kind.UNRELATED, sources.toString()));
    }

    @Test
    void theFolderOfAnotherProjectIsReadWhereItIsNamed() throws IOException {
        write(sources.resolve("x.sql"), script("x", ""));
        Path elsewhere = project.resolve("elsewhere");
        Files.createDirectories(elsewhere.resolve("src"));
        write(elsewhere.resolve("target/classes/db/revisions/a.sql"), script("a", ""));

        assertThat(read("elsewhere/target/classes", List.of("classpath:db/revisions"), Choice.NAMED, sources))
                .containsExactly("db/revisions/a.sql", "db/revisions/x.sql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void aFolderThatContinuesTheBuildsRevisionsIsRead(String id) throws IOException {
        write(sources.resolve("x.sql"), script(id, id.equals("a") ? "" : "a"));
        Path elsewhere = project.resolve("elsewhere");
        Files.createDirectories(elsewhere.resolve("src"));
        write(elsewhere.resolve("target/classes/db/revisions/a.sql"), script("a", ""));

        assertThat(read("elsewhere/target/classes")).contains("db/revisions/x.sql");
    }

    @Test
    void aScriptThatCannotBeReadCountsAsItIsInTheSource() throws IOException {
        write(sources.resolve("a.sql"), "-- no header\n");
        write(project.resolve("target/classes/db/revisions/a.sql"), script("a", ""));

        assertThat(texts("target/classes")).containsExactly("-- no header\n");
        assertThat(told).containsExactly(new SourceDifference(Kind.CHANGED, sources + "/a.sql"));
    }

    private List<String> read(String output) throws IOException {
        return read(output, List.of("classpath:db/revisions"), Choice.FOUND, sources);
    }

    private List<String> read(String output, List<String> locations, Choice choice, Path... folders)
            throws IOException {
        return files(output, locations, choice, folders).stream()
                .map(ScriptFile::location)
                .toList();
    }

    private List<String> texts(String output) throws IOException {
        return files(output, List.of("classpath:db/revisions"), Choice.FOUND, sources).stream()
                .map(ScriptFile::text)
                .toList();
    }

    private List<ScriptFile> files(String output, List<String> locations, Choice choice, Path... folders)
            throws IOException {
        told.clear();
        DevelopmentFolders development = new DevelopmentFolders(List.of(folders), choice, told::addAll);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {project.resolve(output).toUri().toURL()}, null)) {
            return RevisionSources.parse(locations, loader, MissingLocations.FAIL, development)
                    .read();
        }
    }

    private static String script(String id, String revises) {
        return "-- Revision ID: " + id + "\n-- Revises: " + revises + "\n\n-- @upgrade\nSELECT 1;\n\n-- @downgrade\n";
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void jar(String path, String... namesAndTexts) throws IOException {
        Path jar = project.resolve(path);
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("db/revisions/"));
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new JarEntry("db/revisions/" + namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
    }
}
