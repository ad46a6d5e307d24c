package dev.athanor.migration.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Stands between a client and the server and lies: leads to another database than the client has asked for, reports
 * parameters that the server does not have, and gives other answers than the server's.
 */
public final class LyingProxy implements AutoCloseable {

    /** Where connections are led. */
    public interface Router {

        /**
         * Another database's name for a connection, or the one that was asked for.
         *
         * @param wanted the name that was asked for
         * @param time how many connections have asked for that name, this one included
         */
        String database(String wanted, int time);
    }

    private static final int PROTOCOL_BYTES = 4;

    private final TestDatabase database;
    private final String host;
    private final int port;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private volatile Router router = (wanted, time) -> wanted;
    private volatile Map<String, String> parameters = Map.of();
    private volatile UnaryOperator<String> answers = UnaryOperator.identity();

    /** Before this database's server; honest until it is told otherwise. */
    public LyingProxy(TestDatabase database) throws IOException {
        URI uri = URI.create(database.url().substring("jdbc:".length()));
        this.database = database;
        this.host = uri.getHost();
        this.port = uri.getPort();
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    /** Leads connections elsewhere from now on. */
    public LyingProxy leading(Router elsewhere) {
        router = elsewhere;
        return this;
    }

    /** Reports these to every new connection. */
    public LyingProxy reporting(Map<String, String> more) {
        parameters = more;
        return this;
    }

    /** Gives other values than the server does, in whatever column. */
    public LyingProxy answering(UnaryOperator<String> instead) {
        answers = instead;
        return this;
    }

    /** The statements of all clients so far. */
    public List<String> queries() {
        return List.copyOf(queries);
    }

    /** The database, by way of this proxy; encryption and the driver's own detours are off. */
    public TestDatabase through() {
        String address = door.getInetAddress().getHostAddress() + ":" + door.getLocalPort();
        return new TestDatabase(
                database.name(),
                "jdbc:postgresql://" + address + "/" + database.name() + "?sslmode=disable&gssEncMode=disable",
                database.user(),
                database.password());
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                join(door.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket client) throws IOException {
        Socket server = new Socket(host, port);
        for (Socket socket : List.of(client, server)) {
            socket.setTcpNoDelay(true);
            sockets.add(socket);
        }
        daemon(() -> pump(client, server, this::ask));
        daemon(() -> pump(server, client, this::answer));
    }

    /** Passes one direction on. */
    private interface Direction {
        void pass(DataInputStream from, DataOutputStream to) throws IOException;
    }

    private void pump(Socket from, Socket to, Direction direction) {
        try (from;
                to) {
            direction.pass(new DataInputStream(from.getInputStream()), new DataOutputStream(to.getOutputStream()));
        } catch (IOException closed) {
            return;
        } finally {
            sockets.remove(from);
        }
    }

    private void ask(DataInputStream from, DataOutputStream to) throws IOException {
        byte[] startup = from.readNBytes(from.readInt() - Integer.BYTES);
        send(to, startup(startup));
        while (true) {
            byte type = from.readByte();
            byte[] body = from.readNBytes(from.readInt() - Integer.BYTES);
            if (type == 'Q' || type == 'P') {
                queries.add(new String(body, StandardCharsets.UTF_8)
                        .replace("\0", " ")
                        .trim());
            }
            to.writeByte(type);
            send(to, body);
        }
    }

    /** A request to cancel is passed on as it is. */
    private byte[] startup(byte[] body) throws IOException {
        String[] words =
                new String(body, PROTOCOL_BYTES, body.length - PROTOCOL_BYTES, StandardCharsets.UTF_8).split("\0");
        if (words.length < 2 || !words[0].equals("user")) {
            return body;
        }
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(body, 0, PROTOCOL_BYTES);
        for (int word = 0; word + 1 < words.length; word += 2) {
            String value = words[word].equals("database") ? elsewhere(words[word + 1]) : words[word + 1];
            changed.write((words[word] + "\0" + value + "\0").getBytes(StandardCharsets.UTF_8));
        }
        changed.write(0);
        return changed.toByteArray();
    }

    private String elsewhere(String wanted) {
        int time = times.computeIfAbsent(wanted, name -> new AtomicInteger()).incrementAndGet();
        return router.database(wanted, time);
    }

    private void answer(DataInputStream from, DataOutputStream to) throws IOException {
        while (true) {
            byte type = from.readByte();
            byte[] body = from.readNBytes(from.readInt() - Integer.BYTES);
            if (type == 'K') {
                report(to);
            }
            to.writeByte(type);
            send(to, type == 'D' ? row(body) : body);
        }
    }

    private void report(DataOutputStream to) throws IOException {
        for (Map.Entry<String, String> one : parameters.entrySet()) {
            to.writeByte('S');
            send(to, (one.getKey() + "\0" + one.getValue() + "\0").getBytes(StandardCharsets.UTF_8));
        }
    }

    private byte[] row(byte[] body) throws IOException {
        ByteBuffer values = ByteBuffer.wrap(body);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(changed);
        int columns = values.getShort();
        out.writeShort(columns);
        for (int column = 0; column < columns; column++) {
            int length = values.getInt();
            if (length < 0) {
                out.writeInt(length);
            } else {
                byte[] value = new byte[length];
                values.get(value);
                byte[] instead = instead(value);
                out.writeInt(instead.length);
                out.write(instead);
            }
        }
        return changed.toByteArray();
    }

    /** What is no text stays as it is. */
    private byte[] instead(byte[] value) {
        String text = new String(value, StandardCharsets.UTF_8);
        String other = answers.apply(text);
        return other.equals(text) ? value : other.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(DataOutputStream to, byte[] body) throws IOException {
        to.writeInt(body.length + Integer.BYTES);
        to.write(body);
        to.flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "lying-proxy");
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
