package dev.athanor.migration.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionFolderTests {

    private static final String EXISTS_ACTION =
            "Give the revision another message, or write `{rev}` into `migration.file-template`: ids are unique.";

    @TempDir
    private Path home;

    @Test
    void aFileIsWrittenIntoFoldersThatAreMade() throws IOException {
        Path file = new RevisionFolder(home.resolve("src/db")).write("2025/a.sql", "größe\n");

        assertThat(file).isEqualTo(home.resolve("src/db/2025/a.sql")).hasContent("größe\n");
        assertThat(names(file.getParent())).containsExactly("a.sql");
    }

    @Test
    void aFileHasTheRightsOfAnyOther() throws IOException {
        assumeThat(home.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path other = Files.writeString(home.resolve("other"), "");

        Path file = new RevisionFolder(home).write("a.sql", "");

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
    }

    @Test
    void aFileIsNeverOverwritten() throws IOException {
        Path file = Files.writeString(home.resolve("a.sql"), "mine");

        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> new RevisionFolder(home).write("a.sql", "other"))
                .withMessage("File " + file + " exists already.\n" + EXISTS_ACTION);
        assertThat(file).hasContent("mine");
        assertThat(names(home)).containsExactly("a.sql");
    }

    @RepeatedTest(20)
    void ofSeveralWritersOfOneNameOneWins() throws Exception {
        int writers = 4;
        CyclicBarrier start = new CyclicBarrier(writers);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<String>> results = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            String text = ("writer " + i + "\n").repeat(1000);
            results.add(threads.submit(() -> {
                start.await();
                new RevisionFolder(home).write("a.sql", text);
                return text;
            }));
        }
        threads.shutdown();

        List<String> written = new ArrayList<>();
        for (Future<String> result : results) {
            try {
                written.add(result.get());
            } catch (ExecutionException refused) {
                assertThat(refused.getCause())
                        .isInstanceOf(SourceException.class)
                        .hasMessage("File " + home.resolve("a.sql") + " exists already.\n" + EXISTS_ACTION);
            }
        }

        assertThat(written).hasSize(1);
        assertThat(home.resolve("a.sql")).hasContent(written.get(0));
        assertThat(names(home)).containsExactly("a.sql");
    }

    @Test
    void aFileInPlaceOfAFolderIsNamed() throws IOException {
        Path file = Files.writeString(home.resolve("db"), "");

        for (Path folder : List.of(file, file.resolve("revisions"))) {
            assertThatExceptionOfType(SourceException.class)
                    .isThrownBy(() -> new RevisionFolder(folder).write("a.sql", ""))
                    .withMessage("Path " + file + " is a file, and new revisions need a folder there.\n"
                            + "Move it away, or name another folder in `migration.directory`.");
        }
    }

    @Test
    void aFolderWithoutPermissionIsNamed() throws IOException {
        assumeThat(home.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path folder = Files.createDirectory(home.resolve("db"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(folder)).as("runs as root").isFalse();

        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> new RevisionFolder(folder).write("a.sql", ""))
                .withMessage("Folder " + folder + " may not be written to.\n"
                        + "Run the command as a user who may, or name another folder in `migration.directory`.");
    }

    @Test
    void aNameTheFileSystemRefusesIsNamedAndNothingIsLeft() throws IOException {
        Path file = home.resolve("a".repeat(300) + ".sql");

        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(
                        () -> new RevisionFolder(home).write(file.getFileName().toString(), ""))
                .withMessageStartingWith("File " + file + " cannot be written: ")
                .withMessageEndingWith(
                        "\nNo part of it was left behind. Fix the cause (space, permissions, the path), or name"
                                + " another folder in `migration.directory`.")
                .havingCause()
                .isInstanceOf(IOException.class);
        assertThat(names(home)).isEmpty();
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
