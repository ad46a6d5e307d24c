package dev.athanor.migration.script;

/**
 * Represents the fingerprint of a script's normalised text: line feeds only, no byte order mark, no trailing blanks.
 *
 * @param value the algorithm's version, a colon, and the digest in hex: {@code 1:9f86d0…} (version 1 is SHA-256)
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
}
