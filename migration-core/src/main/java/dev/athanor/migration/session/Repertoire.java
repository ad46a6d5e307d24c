package dev.athanor.migration.session;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the characters that a database's encoding has, and writes the texts of the history with those characters only.
 *
 * <p>A text with a character that the encoding lacks is stored with {@code \}{@code uXXXX} in place of the character,
 * with each backslash doubled, and with {@value #MARK} in front. Reading restores the text. Every other text is stored
 * unchanged.
 *
 * @since 0.1.0
 */
public final class Repertoire {

    /** Marks the beginning of an escaped text. */
    static final String MARK = "\\u:";

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:\\\\|u(\\p{XDigit}{4}))");

    /** Lists the encodings that hold every character, or every byte. */
    private static final Set<String> WHOLE = Set.of("UTF8", "SQL_ASCII");

    /**
     * Maps the encodings for which Java and PostgreSQL have the same table. For all others, only ASCII is relied on.
     */
    private static final Map<String, String> CHARSETS = Map.ofEntries(
            Map.entry("LATIN1", "ISO-8859-1"),
            Map.entry("LATIN2", "ISO-8859-2"),
            Map.entry("LATIN3", "ISO-8859-3"),
            Map.entry("LATIN4", "ISO-8859-4"),
            Map.entry("LATIN5", "ISO-8859-9"),
            Map.entry("LATIN7", "ISO-8859-13"),
            Map.entry("LATIN9", "ISO-8859-15"),
            Map.entry("ISO_8859_5", "ISO-8859-5"),
            Map.entry("ISO_8859_6", "ISO-8859-6"),
            Map.entry("ISO_8859_7", "ISO-8859-7"),
            Map.entry("ISO_8859_8", "ISO-8859-8"),
            Map.entry("WIN1250", "windows-1250"),
            Map.entry("WIN1251", "windows-1251"),
            Map.entry("WIN1252", "windows-1252"),
            Map.entry("WIN1253", "windows-1253"),
            Map.entry("WIN1254", "windows-1254"),
            Map.entry("WIN1256", "windows-1256"),
            Map.entry("WIN1257", "windows-1257"),
            Map.entry("WIN1258", "windows-1258"),
            Map.entry("KOI8R", "KOI8-R"),
            Map.entry("KOI8U", "KOI8-U"));

    private final String encoding;
    private final Optional<Charset> charset;

    private Repertoire(String encoding, Optional<Charset> charset) {
        this.encoding = encoding;
        this.charset = charset;
    }

    /**
     * Returns the repertoire of an encoding.
     *
     * @param encoding the server's name for the encoding, as shown by {@code SHOW server_encoding}
     */
    public static Repertoire of(String encoding) {
        return new Repertoire(encoding, WHOLE.contains(encoding) ? Optional.empty() : Optional.of(charset(encoding)));
    }

    /** Returns the Java charset of an encoding, or US-ASCII, since a Java runtime may lack the rarer charsets. */
    private static Charset charset(String encoding) {
        String name = CHARSETS.getOrDefault(encoding, "US-ASCII");
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.US_ASCII;
    }

    /** Returns the server's name for the encoding. */
    public String encoding() {
        return encoding;
    }

    /** Returns the index of the first character that the encoding is not known to have, or -1 if it has all of them. */
    public int firstLacking(String text) {
        if (charset.isEmpty()) {
            return -1;
        }
        CharsetEncoder encoder = charset.get().newEncoder();
        for (int at = 0; at < text.length(); at++) {
            if (!encoder.canEncode(text.charAt(at))) {
                return at;
            }
        }
        return -1;
    }

    /** Returns the text as the history stores it. */
    public String stored(String text) {
        boolean plain = !text.startsWith(MARK) && firstLacking(text) < 0;
        return plain ? text : MARK + escaped(text.replace("\\", "\\\\"));
    }

    /** Returns the text with {@code \}{@code uXXXX} in place of each character that the encoding lacks. */
    public String escaped(String text) {
        if (charset.isEmpty()) {
            return text;
        }
        CharsetEncoder encoder = charset.get().newEncoder();
        StringBuilder escaped = new StringBuilder(text.length());
        for (char character : text.toCharArray()) {
            if (encoder.canEncode(character)) {
                escaped.append(character);
            } else {
                escaped.append(String.format("\\u%04X", (int) character));
            }
        }
        return escaped.toString();
    }

    /** Returns the text that {@link #stored} was given, whatever the encoding was. */
    public static String restored(String stored) {
        if (!stored.startsWith(MARK)) {
            return stored;
        }
        return ESCAPE.matcher(stored.substring(MARK.length()))
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? "\\" : String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
