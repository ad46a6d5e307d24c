package dev.athanor.migration.testing;

import dev.athanor.migration.testing.MessageStream.Message;
import java.util.HashMap;
import java.util.Map;

/**
 * Who spoke last on one connection.
 *
 * <p>A round trip begins with the first message that the client sends while no answer is outstanding, and ends when the
 * server has answered all that was asked since: what a driver sends without waiting belongs to the same trip, however
 * many packets it takes, and notices that come unasked end none.
 */
final class Conversation {

    private static final int SSL_REQUEST = 80_877_103;
    private static final int GSS_REQUEST = 80_877_104;
    private static final int CANCEL_REQUEST = 80_877_102;
    private static final int AUTHENTICATED = 0;
    private static final int LAST_WORD_OF_SASL = 12;

    private final RoundTrips trips;
    private final MessageStream fromClient = new MessageStream(false);
    private final MessageStream fromServer = new MessageStream(true);
    private final Map<String, String> prepared = new HashMap<>();
    private boolean underWay;
    private int outstanding;

    Conversation(RoundTrips trips) {
        this.trips = trips;
    }

    /** Whether a round trip begins with these bytes of the client. */
    synchronized boolean client(byte[] buffer, int length) {
        boolean began = false;
        for (Message message : fromClient.accept(buffer, length)) {
            began |= client(message);
        }
        return began;
    }

    /** Bytes of the server; to be told before the client has them. */
    synchronized void server(byte[] buffer, int length) {
        for (Message message : fromServer.accept(buffer, length)) {
            if (endsAnswer(message)) {
                outstanding = Math.max(0, outstanding - 1);
                underWay = outstanding > 0;
            }
        }
    }

    private boolean client(Message message) {
        if (expectsNothing(message)) {
            return false;
        }
        boolean begins = !underWay;
        underWay = true;
        if (begins) {
            trips.begin();
        }
        trips.say(words(message));
        if (asks(message)) {
            outstanding++;
        }
        return begins;
    }

    private static boolean expectsNothing(Message message) {
        return message.type() == 'X' || message.type() == Message.UNTYPED && message.number() == CANCEL_REQUEST;
    }

    /** Query, Sync, the end of copied data, and everything of the handshake. */
    private boolean asks(Message message) {
        if (message.type() == Message.UNTYPED) {
            boolean encryption = message.number() == SSL_REQUEST || message.number() == GSS_REQUEST;
            if (encryption) {
                fromServer.bareByteNext();
            } else {
                fromClient.typedFromNow();
            }
            return true;
        }
        return "QSpcf".indexOf(message.type()) >= 0;
    }

    /** Ready for query, a question of the handshake, or "send the data to copy". */
    private static boolean endsAnswer(Message message) {
        if (message.type() == 'R') {
            return message.number() != AUTHENTICATED && message.number() != LAST_WORD_OF_SASL;
        }
        return message.type() == 'Z' || message.type() == 'G' || message.type() == Message.BARE;
    }

    private String words(Message message) {
        return switch (message.type()) {
            case Message.UNTYPED -> message.number() == SSL_REQUEST ? "(encryption?)" : "(start-up)";
            case 'p' -> "(password)";
            case 'Q' -> message.text(0);
            case 'P' -> {
                String name = message.text(0);
                prepared.put(name, message.text(name.length() + 1));
                yield "";
            }
            case 'B' -> {
                String portal = message.text(0);
                yield prepared.getOrDefault(message.text(portal.length() + 1), "?");
            }
            case 'd' -> "(data)";
            default -> "";
        };
    }
}
