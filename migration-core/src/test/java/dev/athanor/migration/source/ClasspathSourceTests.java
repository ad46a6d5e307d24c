package dev.athanor.migration.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.script.ScriptFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClasspathSourceTests {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String MISSING =
            "Correct migration.locations; or write the first revision into src/main/resources/FOLDER, for which"
                    + " `migration revision -m \"…\"` makes the folder. If it may be missing, set"
                    + " migration.fail-on-missing-locations=false.";

    @TempDir
    private Path folder;

    @Test
    void aDirectoryIsReadWithTheFoldersInIt() throws IOException {
        Path classes =
                directory("my classes", "db/revisions/b ü.sql", "db/revisions/2025/a.sql", "db/other.sql", "x.sql");

        assertThat(read("db/revisions", classes))
                .containsExactly(
                        new ScriptFile("db/revisions/2025/a.sql", "db/revisions/2025/a.sql"),
                        new ScriptFile("db/revisions/b ü.sql", "db/revisions/b ü.sql"));
    }

    @Test
    void aJarIsRead() throws IOException {
        Path jar = jar(
                "with blank.jar",
                MANIFEST,
                "db/",
                "db/revisions/",
                "db/revisions/b ü.sql",
                "db/revisions/x/",
                "db/revisions/x/a.sql",
                "db/revisions/.h.sql",
                "db/revisions2/c.sql",
                "db/revisions/read.me");

        assertThat(read("/db/revisions/", jar))
                .extracting(ScriptFile::location)
                .containsExactly("db/revisions/b ü.sql", "db/revisions/x/a.sql");
    }

    @Test
    void severalJarsAndDirectoriesContribute() throws IOException {
        Path classes = directory("classes", "db/revisions/b.sql");
        Path one = jar("one.jar", MANIFEST, "META-INF/", "db/", "db/revisions/", "db/revisions/c.sql");
        Path two = jar("two.jar", MANIFEST, "META-INF/", "db/", "db/revisions/", "db/revisions/a.sql");
        Path none = jar("none.jar", MANIFEST, "META-INF/", "x.sql");

        assertThat(read("db/revisions", one, classes, none, two))
                .extracting(ScriptFile::location)
                .containsExactly("db/revisions/a.sql", "db/revisions/b.sql", "db/revisions/c.sql");
    }

    @Test
    void aJarWithoutFolderEntriesIsReadBesideOthers() throws IOException {
        Path bare = jar("bare.jar", MANIFEST, "db/revisions/a.sql");
        Path full = jar("full.jar", MANIFEST, "META-INF/", "db/", "db/revisions/", "db/revisions/b.sql");

        assertThat(read("db/revisions", bare)).extracting(ScriptFile::location).containsExactly("db/revisions/a.sql");
        assertThat(read("db/revisions", full, bare))
                .extracting(ScriptFile::location)
                .containsExactly("db/revisions/a.sql", "db/revisions/b.sql");
    }

    @Test
    void aJarThatListsOnlyItsManifestsFolderIsReadWhereNothingElseIsFound() throws IOException {
        Path jar = jar("some.jar", "META-INF/", MANIFEST, "db/revisions/a.sql");

        assertThat(read("db/revisions", jar)).extracting(ScriptFile::location).containsExactly("db/revisions/a.sql");
    }

    @Test
    void aFolderThatExistsNowhereIsAnError() throws IOException {
        Path classes = directory("classes", "x.sql");
        Path jar = jar("a.jar", MANIFEST, "x.sql");

        assertThatExceptionOfType(MissingLocationException.class)
                .isThrownBy(() -> read("db/revisions", classes, jar))
                .withMessage(
                        "Location classpath:db/revisions does not exist: no folder and no jar of the class path has"
                                + " it.\n" + MISSING.replace("FOLDER", "db/revisions"));
    }

    @Test
    void theFolderThatWasMeantIsNamed() throws IOException {
        Path classes = directory("classes", "db/revisions/a.sql", "db/data/b.sql", "sql/c.sql");
        Path full = jar("full.jar", MANIFEST, "META-INF/", "db/", "db/revisions/", "db/revisions/b.sql");
        Path bare = jar("bare.jar", MANIFEST, "db/migrations/orders/b.sql");

        assertThat(meant("db/revision", classes)).contains("classpath:db/revisions");
        assertThat(meant("dbb/revisions", classes)).contains("classpath:db/revisions");
        assertThat(meant("db/Revisions", full)).contains("classpath:db/revisions");
        assertThat(meant("db/migration/orders", bare)).contains("classpath:db/migrations/orders");
        assertThat(meant("org/quartz/tables", classes)).isEmpty();
        assertThatExceptionOfType(MissingLocationException.class)
                .isThrownBy(() -> read("db/revision", classes))
                .withMessage("Location classpath:db/revision does not exist: no folder and no jar of the class path has"
                        + " it. Did you mean classpath:db/revisions?\n" + MISSING.replace("FOLDER", "db/revision"));
    }

    private Optional<String> meant(String location, Path classPath) throws IOException {
        try (URLClassLoader loader = loader(classPath)) {
            return new ClasspathSource(loader, location).places().get(0).similar();
        }
    }

    @Test
    void aFolderThatExistsAndIsEmptyHasNoScripts() throws IOException {
        Path classes = directory("classes", "x.sql");
        Files.createDirectories(classes.resolve("db/revisions"));

        assertThat(read("db/revisions", classes)).isEmpty();
        assertThat(read("db/revisions", jar("a.jar", MANIFEST, "META-INF/", "db/", "db/revisions/")))
                .isEmpty();
        assertThat(read("db/revisions", jar("b.jar", MANIFEST, "db/revisions/read.me")))
                .isEmpty();
    }

    @Test
    void aMissingLocationIsIgnoredWhereThatIsAskedFor() throws IOException {
        try (URLClassLoader loader = loader(directory("classes", "db/revisions/a.sql"))) {
            List<String> locations = List.of("classpath:db/other", "file:" + folder.resolve("none"), "db/revisions");

            assertThat(RevisionSources.parse(locations, loader, MissingLocations.IGNORE)
                            .read())
                    .extracting(ScriptFile::location)
                    .containsExactly("db/revisions/a.sql");
            assertThatExceptionOfType(MissingLocationException.class)
                    .isThrownBy(() -> RevisionSources.parse(locations, loader).read());
        }
    }

    @Test
    void theSameFileReachedTwiceIsReadOnce() throws IOException {
        Path classes = directory("classes", "db/revisions/a.sql");
        Path jar = jar("a.jar", MANIFEST, "db/revisions/", "db/revisions/a.sql");

        assertThat(read("db/revisions", classes, classes.resolve("../classes"), jar, jar))
                .extracting(ScriptFile::location)
                .containsExactly("db/revisions/a.sql");
    }

    @Test
    void anotherFileWithTheSamePathIsNamedByItsUrl() throws IOException {
        Path first = directory("first", "db/revisions/a.sql");
        Path second = directory("second", "db/revisions/a.sql");
        Files.writeString(second.resolve("db/revisions/a.sql"), "other");

        assertThat(read("db/revisions", first, second))
                .containsExactly(
                        new ScriptFile("db/revisions/a.sql", "db/revisions/a.sql"),
                        new ScriptFile(
                                second.resolve("db/revisions/a.sql").toUri().toString(), "other"));
    }

    @Test
    void foldersWithBlanksInTheirNamesAreFound() throws IOException {
        Path classes = directory("classes", "my db/a.sql");
        Path jar = jar("a.jar", MANIFEST, "my db/", "my db/b.sql");

        assertThat(read("my db", classes, jar))
                .extracting(ScriptFile::location)
                .containsExactly("my db/a.sql", "my db/b.sql");
    }

    @Test
    void theJarOfTheClassLoaderStaysOpen() throws IOException {
        Path jar = jar("a.jar", MANIFEST, "db/revisions/", "db/revisions/a.sql", "later.txt");

        try (URLClassLoader loader = loader(jar)) {
            URL shared = loader.getResource("db/revisions/a.sql");
            JarFile cached = ((JarURLConnection) shared.openConnection()).getJarFile();
            new ClasspathSource(loader, "db/revisions").read();

            assertThat(loader.getResourceAsStream("later.txt")).hasContent("later.txt");
            assertThat(cached.getEntry("later.txt")).isNotNull();
            cached.close();
        }
    }

    @Test
    void aJarInsideAJarIsReadThroughItsConnection() throws IOException {
        Path inner = jar("inner.jar", MANIFEST, "db/revisions/", "db/revisions/a.sql");
        NestedHandler handler = new NestedHandler(inner);
        URL nested = new URL(null, "jar:file:/app.jar!/BOOT-INF/lib/inner.jar!/db/revisions/", handler);
        ClassLoader loader = new ClassLoader(null) {
            @Override
            public Enumeration<URL> getResources(String name) {
                return Collections.enumeration(name.startsWith("db/revisions") ? List.of(nested) : List.of());
            }
        };

        assertThat(new ClasspathSource(loader, "db/revisions").read())
                .containsExactly(new ScriptFile("db/revisions/a.sql", "db/revisions/a.sql"));
        assertThat(handler.opened)
                .allSatisfy(jar -> assertThat(jar.closed).isTrue())
                .hasSize(1);
    }

    @Test
    void anotherKindOfUrlIsRefused() throws IOException {
        URL odd = new URL(null, "vfs:/app/db/revisions", new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) throws IOException {
                return Path.of("").toUri().toURL().openConnection();
            }
        });
        ClassLoader loader = new ClassLoader(null) {
            @Override
            public Enumeration<URL> getResources(String name) {
                return Collections.enumeration(List.of(odd));
            }
        };

        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> new ClasspathSource(loader, "db/revisions").read())
                .withMessage("Location classpath:db/revisions leads to vfs:/app/db/revisions,"
                        + " which is neither a folder nor a jar.\n"
                        + "Copy the scripts into a folder, and name it as file:<folder>.");
    }

    @Test
    void aBrokenJarIsNamed() throws IOException {
        Path jar = jar("a.jar", MANIFEST, "db/revisions/", "db/revisions/a.sql");

        try (URLClassLoader loader = loader(jar)) {
            loader.getResource("db/revisions/");
            Files.delete(jar);

            assertThatExceptionOfType(SourceException.class)
                    .isThrownBy(() -> new ClasspathSource(loader, "db/revisions").read())
                    .withMessageStartingWith("Location classpath:db/revisions cannot be read: ")
                    .withMessageEndingWith("\nCheck the class path; or copy the scripts into a folder,"
                            + " and name it as file:<folder>.");
        }
    }

    private List<ScriptFile> read(String location, Path... classPath) throws IOException {
        try (URLClassLoader loader = loader(classPath)) {
            return new ClasspathSource(loader, location).read();
        }
    }

    private static URLClassLoader loader(Path... classPath) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path path : classPath) {
            urls.add(path.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), null);
    }

    private Path directory(String name, String... files) throws IOException {
        Path directory = Files.createDirectories(folder.resolve(name));
        for (String file : files) {
            Files.createDirectories(directory.resolve(file).getParent());
            Files.writeString(directory.resolve(file), file);
        }
        return directory;
    }

    /** Creates a jar with exactly these entries, without entries for folders unless they are listed. */
    private Path jar(String name, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                String content = entry.equals(MANIFEST) ? "Manifest-Version: 1.0\n" : entry;
                if (!entry.endsWith("/")) {
                    zip.write(content.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return file;
    }

    /** Opens jars as Spring Boot's loader does for {@code jar:nested:}: without caches, and a new jar each time. */
    private static final class NestedHandler extends URLStreamHandler {

        private final Path jar;
        private final List<TrackedJar> opened = new ArrayList<>();

        private NestedHandler(Path jar) {
            this.jar = jar;
        }

        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            return new JarURLConnection(url) {
                @Override
                public void connect() {}

                @Override
                public JarFile getJarFile() throws IOException {
                    assertThat(getUseCaches()).isFalse();
                    TrackedJar tracked = new TrackedJar(jar);
                    opened.add(tracked);
                    return tracked;
                }
            };
        }
    }

    private static final class TrackedJar extends JarFile {

        private boolean closed;

        private TrackedJar(Path jar) throws IOException {
            super(jar.toFile());
        }

        @Override
        public void close() throws IOException {
            closed = true;
            super.close();
        }
    }
}
