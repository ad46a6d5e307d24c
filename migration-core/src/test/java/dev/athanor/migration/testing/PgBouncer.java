package dev.athanor.migration.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's PgBouncer before a database, where it is installed. */
public final class PgBouncer implements AutoCloseable {

    private static final Path BINARY = Path.of("/usr/sbin/pgbouncer");

    private final Process process;
    private final Path folder;
    private final int port;

    private PgBouncer(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Whether it is installed. */
    public static boolean isInstalled() {
        return Files.isExecutable(BINARY);
    }

    /** Starts one in {@code transaction} or {@code session} mode. */
    public static PgBouncer start(TestDatabase database, String mode) throws IOException, InterruptedException {
        return start(database, mode, "");
    }

    /** Starts one that answers every name with this database, in session mode. */
    public static PgBouncer startWithOneDatabase(TestDatabase database) throws IOException, InterruptedException {
        return start(database, "session", " dbname=" + database.name());
    }

    private static PgBouncer start(TestDatabase database, String mode, String always)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("pgbouncer");
        int port = freePort();
        URI server = URI.create(database.url().substring("jdbc:".length()));
        Path configuration = folder.resolve("pgbouncer.ini");
        Files.writeString(folder.resolve("users.txt"), "\"" + database.user() + "\" \"" + database.password() + "\"\n");
        Files.writeString(configuration, """
                        [databases]
                        * = host=%s port=%d%s
                        [pgbouncer]
                        listen_addr = 127.0.0.1
                        listen_port = %d
                        unix_socket_dir =
                        auth_type = trust
                        auth_file = %s
                        pool_mode = %s
                        ignore_startup_parameters = extra_float_digits
                        """.formatted(
                        server.getHost(), server.getPort(), always, port, folder.resolve("users.txt"), mode));
        PgBouncer started = new PgBouncer(run(configuration), folder, port);
        started.await();
        return started;
    }

    /** PgBouncer refuses to run as root. */
    private static Process run(Path configuration) throws IOException {
        Path folder = configuration.getParent();
        if ("root".equals(System.getProperty("user.name"))) {
            open(folder);
            return new ProcessBuilder(
                            "su", "-s", "/bin/sh", "nobody", "-c", BINARY + " -q " + configuration.toAbsolutePath())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
        return new ProcessBuilder(List.of(BINARY.toString(), "-q", configuration.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await() throws IOException, InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new IOException("PgBouncer does not listen");
    }

    /** The database, by way of this pooler. */
    public TestDatabase through(TestDatabase database) {
        return new TestDatabase(
                database.name(),
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database.name(),
                database.user(),
                database.password());
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        Files.deleteIfExists(folder.resolve("users.txt"));
        Files.deleteIfExists(folder.resolve("pgbouncer.ini"));
        Files.deleteIfExists(folder);
    }
}
