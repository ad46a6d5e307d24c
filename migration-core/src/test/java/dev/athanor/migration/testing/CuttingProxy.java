package dev.athanor.migration.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and the server, counts what the client sends, and cuts one connection at a chosen message.
 *
 * <p>A flush of the driver is one message here: it writes each round trip at once.
 */
public final class CuttingProxy implements AutoCloseable {

    /** On which side of the server's receiving it the connection is cut. */
    public enum Moment {
        /** The server never sees the message. */
        BEFORE,
        /** The server carries it out; the client never sees the answer. */
        AFTER
    }

    private final TestDatabase database;
    private final String host;
    private final int port;
    private final ServerSocket server;
    private final AtomicInteger messages = new AtomicInteger();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile int cutAt;
    private volatile Moment moment = Moment.BEFORE;

    /** Before this database's server. */
    public CuttingProxy(TestDatabase database) throws IOException {
        URI uri = URI.create(database.url().substring("jdbc:".length()));
        this.database = database;
        this.host = uri.getHost();
        this.port = uri.getPort();
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("proxy-accept", this::accept);
    }

    /** The database, by way of this proxy; encryption and the driver's own detours are off. */
    public TestDatabase through() {
        String address = server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
        return new TestDatabase(
                database.name(),
                "jdbc:postgresql://" + address + "/" + database.name() + "?sslmode=disable&gssEncMode=disable",
                database.user(),
                database.password());
    }

    /** Begins to count anew. */
    public void cutAt(int message, Moment when) {
        moment = when;
        cutAt = message;
        messages.set(0);
    }

    /** Cuts every connection that there is; others can be made. */
    public void cut() {
        sockets.forEach(CuttingProxy::close);
    }

    /** How many messages the clients have sent since. */
    public int messages() {
        return messages.get();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                if (server.isClosed()) {
                    client.close();
                } else {
                    join(client);
                }
            }
        } catch (IOException e) {
            sockets.forEach(CuttingProxy::close);
        }
    }

    private void join(Socket client) throws IOException {
        Socket upstream = new Socket(host, port);
        client.setTcpNoDelay(true);
        upstream.setTcpNoDelay(true);
        sockets.add(client);
        sockets.add(upstream);
        start("proxy-out", () -> forward(client, upstream, true));
        start("proxy-in", () -> forward(upstream, client, false));
    }

    private void forward(Socket from, Socket to, boolean counted) {
        byte[] buffer = new byte[1 << 16];
        try {
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                boolean cut = counted && messages.incrementAndGet() == cutAt;
                if (cut && moment == Moment.BEFORE) {
                    break;
                }
                if (cut) {
                    close(from);
                }
                to.getOutputStream().write(buffer, 0, read);
                if (cut) {
                    to.shutdownOutput();
                    return;
                }
            }
        } catch (IOException e) {
            // the other direction was closed
        }
        close(from);
        close(to);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        sockets.forEach(CuttingProxy::close);
    }
}
