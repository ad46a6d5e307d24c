package dev.athanor.migration.script;

/**
 * A fingerprint of a script's normalised text: line feeds only, no byte order mark, no trailing blanks.
 *
 * @param value the algorithm's version, a colon, and the digest in hex: {@code 1:9f86d0…} (version 1 is SHA-256)
 * @since 0.1.0
 */
public record Checksum(String value) {

    /** The checksum of a script's text. */
    public static Checksum of(String text) {
        return new Checksum("1:" + NormalizedDigest.sha256(text));
    }

    /** The same as {@link #value()}. */
    @Override
    public String toString() {
        return value;
    }
}
