package dev.athanor.migration.source;

import dev.athanor.migration.script.ScriptProblem;
import dev.athanor.migration.sql.LineCounter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes bytes as UTF-8. Bytes that are not UTF-8 are reported as a problem instead of becoming a replacement
 * character.
 */
final class Utf8 {

    private static final int BUFFER = 8192;

    private Utf8() {}

    static String decode(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the problem in the bytes from which a text was decoded, if there is one. */
    static Optional<ScriptProblem> problem(String location, byte[] bytes, String decoded) {
        if (decoded.indexOf('\uFFFD') < 0) {
            return Optional.empty();
        }
        int offset = malformedAt(bytes);
        if (offset < 0) {
            return Optional.empty();
        }
        int line = line(bytes, offset);
        String problem = String.format("The byte 0x%02X at offset %d is not UTF-8.", bytes[offset] & 0xFF, offset);
        return Optional.of(new ScriptProblem(location, line, problem, "Save the file as UTF-8" + likely(bytes) + "."));
    }

    /** Returns the offset of the first malformed byte, or -1 if there is none. */
    private static int malformedAt(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return result.isError() ? in.position() : -1;
    }

    private static int line(byte[] bytes, int offset) {
        String before = new String(bytes, 0, offset, StandardCharsets.ISO_8859_1);
        return new LineCounter(before, 0, 1).lineAt(before.length());
    }

    private static String likely(byte[] bytes) {
        boolean utf16 = bytes.length > 1 && (bytes[0] & 0xFF) >= 0xFE && (bytes[1] & 0xFF) >= 0xFE;
        return utf16 ? "; it looks like UTF-16" : "; it may be ISO-8859-1 or Windows-1252";
    }
}
