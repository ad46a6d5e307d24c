package dev.athanor.migration.sql;

import dev.athanor.migration.error.MigrationException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Represents the name of a database object, as the catalogs spell it: 1 to 63 bytes of UTF-8.
 *
 * @param name without quotation marks
 * @since 0.1.0
 */
public record Identifier(String name) {

    /** Limits a name to the number of bytes that PostgreSQL keeps. */
    public static final int MAX_BYTES = 63;

    public Identifier {
        if (name.isEmpty()) {
            throw new MigrationException("An identifier is empty.", "Name the object with 1 to 63 bytes.");
        }
        if (name.indexOf('\0') >= 0) {
            throw new MigrationException(
                    "Identifier '" + name.replace('\0', '\uFFFD') + "' contains the character U+0000.",
                    "Remove it: PostgreSQL cannot store it.");
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new MigrationException(
                    "Identifier '" + name + "' has " + bytes + " bytes, PostgreSQL keeps " + MAX_BYTES + ".",
                    "Shorten it: PostgreSQL would silently truncate it, and two names could become one.");
        }
    }

    /** Returns a name that is written in SQL as the catalogs spell it: folded to lower case unless it is quoted. */
    static String spelled(String written) {
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written.toLowerCase(Locale.ROOT);
    }

    /** Returns the name as SQL text, always quoted. */
    public String quoted() {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Returns the name as SQL text, quoted only if PostgreSQL would read it differently otherwise. */
    public String quotedIfNeeded() {
        return isPlain() && !Keywords.needQuotes(name) ? name : quoted();
    }

    private boolean isPlain() {
        return !Characters.isDigit(name.charAt(0)) && name.chars().allMatch(Identifier::isPlain);
    }

    private static boolean isPlain(int character) {
        return character >= 'a' && character <= 'z' || character >= '0' && character <= '9' || character == '_';
    }

    /** Returns {@link #quoted()}. */
    @Override
    public String toString() {
        return quoted();
    }
}
