package dev.athanor.migration.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tells the messages of PostgreSQL's protocol apart in one direction of a connection. */
final class MessageStream {

    /** As much of a message as is looked at. */
    private static final int LONGEST_HEAD = 400;

    private static final int LENGTH_BYTES = 4;

    /**
     * @param type the byte that names its kind; 0 where it has none
     * @param head the beginning of what follows the length
     */
    record Message(char type, byte[] head) {

        static final char UNTYPED = 0;
        static final char BARE = 1;

        int number() {
            return head.length < 4 ? 0 : ByteBuffer.wrap(head).getInt();
        }

        /** The text that begins at an offset and ends with a zero, or with the head. */
        String text(int offset) {
            int end = offset;
            while (end < head.length && head[end] != 0) {
                end++;
            }
            return new String(head, Math.min(offset, head.length), Math.max(0, end - offset), StandardCharsets.UTF_8);
        }
    }

    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private boolean typed;
    private boolean bare;
    private long skip;

    MessageStream(boolean typed) {
        this.typed = typed;
    }

    /** From the next message on, a byte in front names its kind. */
    void typedFromNow() {
        typed = true;
    }

    /** The next byte is a message by itself, without a length: the answer to a request for encryption. */
    void bareByteNext() {
        bare = true;
    }

    /** The messages whose heads are complete with these bytes. */
    List<Message> accept(byte[] buffer, int length) {
        List<Message> messages = new ArrayList<>();
        int at = 0;
        while (at < length) {
            if (skip > 0) {
                long skipped = Math.min(skip, length - at);
                skip -= skipped;
                at += (int) skipped;
            } else {
                gathered.write(buffer[at++]);
                takeCompleted(messages);
            }
        }
        return messages;
    }

    private void takeCompleted(List<Message> messages) {
        if (bare) {
            bare = false;
            messages.add(taken(Message.BARE, 0));
            return;
        }
        int front = (typed ? 1 : 0) + LENGTH_BYTES;
        if (gathered.size() < front) {
            return;
        }
        byte[] bytes = gathered.toByteArray();
        long payload = ByteBuffer.wrap(bytes).getInt(front - LENGTH_BYTES) - LENGTH_BYTES;
        long head = Math.min(payload, LONGEST_HEAD);
        if (bytes.length == front + head) {
            messages.add(taken(typed ? (char) bytes[0] : Message.UNTYPED, front));
            skip = payload - head;
        }
    }

    private Message taken(char type, int front) {
        byte[] bytes = gathered.toByteArray();
        gathered.reset();
        byte[] head = new byte[bytes.length - front];
        System.arraycopy(bytes, front, head, 0, head.length);
        return new Message(type, head);
    }
}
