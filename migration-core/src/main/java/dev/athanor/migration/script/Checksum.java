package dev.athanor.migration.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Represents the fingerprint of a script's normalised text: line feeds only, no byte order mark, no trailing blanks.
 *
 * @param value the algorithm's version, a colon, and the digest in hex: {@code 1:9f86d0…} (version 1 is SHA-256)
 * @since 0.1.0
 */
public record Checksum(String value) {

    /** Returns the checksum of a script's text. */
    public static Checksum of(String text) {
        return new Checksum("1:" + NormalizedDigest.sha256(text));
    }

    /** Returns {@link #value()}. */
    @Override
    public String toString() {
        return value;
    }

    /**
     * Digests a text as UTF-8 without copying it, in normalised form: no byte order mark, line feeds only, no blanks
     * and
     * tabs at line ends, no empty lines at the end.
     */
    private static final class NormalizedDigest {

        private static final int BUFFER = 8192;
        private static final int LONGEST_CHARACTER = 4;

        private final String text;
        private final MessageDigest digest;
        private final byte[] buffer;
        private int used;
        private int pendingLineEnds;

        private NormalizedDigest(String text, MessageDigest digest) {
            this.text = text;
            this.digest = digest;
            this.buffer = new byte[Math.min(BUFFER, LONGEST_CHARACTER * (text.length() + 1))];
        }

        static String sha256(String text) {
            MessageDigest digest = Sha256.begin();
            if (!plain(text, digest)) {
                new NormalizedDigest(text, digest).normalize();
            }
            return Sha256.hex(digest);
        }

        /**
         * Digests the bytes directly if the text is short, in ASCII and already normalised, as most scripts are;
         * returns
         * whether it was.
         */
        private static boolean plain(String text, MessageDigest digest) {
            if (text.length() > BUFFER || text.indexOf('\r') >= 0) {
                return false;
            }
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == '\n') {
                end--;
            }
            for (int line = text.indexOf('\n'); line >= 0 && line <= end; line = text.indexOf('\n', line + 1)) {
                if (isBlankBefore(text, line)) {
                    return false;
                }
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length != text.length() || isBlankBefore(text, end)) {
                return false;
            }
            digest.update(bytes, 0, end);
            return true;
        }

        private static boolean isBlankBefore(String text, int offset) {
            return offset > 0 && (text.charAt(offset - 1) == ' ' || text.charAt(offset - 1) == '\t');
        }

        private void normalize() {
            int at = text.startsWith("\uFEFF") ? 1 : 0;
            while (at < text.length()) {
                at = line(at);
            }
            digest.update(buffer, 0, used);
        }

        /** Writes a line and returns the offset at which the next one begins. */
        private int line(int start) {
            int end = start;
            int content = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                char character = text.charAt(end++);
                if (character != ' ' && character != '\t') {
                    content = end;
                }
            }
            if (content > start) {
                write(start, content);
            }
            pendingLineEnds++;
            return text.startsWith("\r\n", end) ? end + 2 : end + 1;
        }

        private void write(int from, int to) {
            for (; pendingLineEnds > 0; pendingLineEnds--) {
                put('\n');
            }
            int at = from;
            while (at < to) {
                int codePoint = text.codePointAt(at);
                put(codePoint);
                at += Character.charCount(codePoint);
            }
        }

        private void put(int codePoint) {
            if (used > buffer.length - LONGEST_CHARACTER) {
                digest.update(buffer, 0, used);
                used = 0;
            }
            if (codePoint < 0x80) {
                buffer[used++] = (byte) codePoint;
            } else {
                encode(codePoint);
            }
        }

        private void encode(int codePoint) {
            if (codePoint < 0x800) {
                buffer[used++] = (byte) (0xC0 | codePoint >> 6);
            } else if (codePoint < 0x10000) {
                buffer[used++] = (byte) (0xE0 | codePoint >> 12);
                continuation(codePoint >> 6);
            } else {
                buffer[used++] = (byte) (0xF0 | codePoint >> 18);
                continuation(codePoint >> 12);
                continuation(codePoint >> 6);
            }
            continuation(codePoint);
        }

        private void continuation(int bits) {
            buffer[used++] = (byte) (0x80 | bits & 0x3F);
        }
    }
}
