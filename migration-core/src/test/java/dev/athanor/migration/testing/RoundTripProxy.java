package dev.athanor.migration.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between a client and PostgreSQL, counts round trips, and can make each last longer. */
public final class RoundTripProxy implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("(jdbc:postgresql://)([^/:]+)(?::(\\d+))?(/.*)");
    private static final int BUFFER_BYTES = 64 * 1024;

    /** Passes on what one side says. */
    private interface Listener {
        void heard(byte[] buffer, int length);
    }

    private final String host;
    private final int port;
    private final Duration latency;
    private final ServerSocket door;
    private final RoundTrips trips = new RoundTrips();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private RoundTripProxy(String host, int port, Duration latency) throws IOException {
        this.host = host;
        this.port = port;
        this.latency = latency;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Opens the proxy to the server of a JDBC URL. */
    public static RoundTripProxy to(String url) {
        return to(url, Duration.ZERO);
    }

    /**
     * Opens a proxy that adds time to each round trip.
     *
     * @param latency what is added, once a trip
     */
    public static RoundTripProxy to(String url, Duration latency) {
        Matcher address = address(url);
        int port = address.group(3) == null ? 5432 : Integer.parseInt(address.group(3));
        try {
            RoundTripProxy proxy = new RoundTripProxy(address.group(2), port, latency);
            daemon(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same database, reached through this proxy. */
    public TestDatabase through(TestDatabase database) {
        return new TestDatabase(database.name(), through(database.url()), database.user(), database.password());
    }

    /** The same URL, through this proxy. */
    public String through(String url) {
        return address(url)
                .replaceFirst("$1" + door.getInetAddress().getHostAddress() + ":" + door.getLocalPort() + "$4");
    }

    /** Round trips since the last {@link #reset()}. */
    public int trips() {
        return trips.count();
    }

    /** What each of them carried: its statements, shortened, with bars between. */
    public List<String> statements() {
        return trips.texts();
    }

    /** Begins to count anew. */
    public void reset() {
        trips.clear();
    }

    private static Matcher address(String url) {
        Matcher address = ADDRESS.matcher(url);
        if (!address.matches()) {
            throw new IllegalArgumentException("Not the URL of one PostgreSQL server: " + url);
        }
        return address;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(host, port);
        for (Socket socket : List.of(client, server)) {
            socket.setTcpNoDelay(true);
            sockets.add(socket);
        }
        Conversation conversation = new Conversation(trips);
        daemon(() -> pump(client, server, (buffer, length) -> {
            if (conversation.client(buffer, length)) {
                pause();
            }
        }));
        daemon(() -> pump(server, client, conversation::server));
    }

    private void pause() {
        long deadline = System.nanoTime() + latency.toNanos();
        for (long left = latency.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void pump(Socket from, Socket to, Listener listener) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                listener.heard(buffer, length);
                out.write(buffer, 0, length);
            }
        } catch (IOException closed) {
            return;
        } finally {
            sockets.remove(from);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "round-trip-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
