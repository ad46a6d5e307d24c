package dev.athanor.migration.script;

import dev.athanor.migration.revision.RegisteredRevision;
import dev.athanor.migration.revision.RevisionHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;

/**
 * Computes a fingerprint of everything from which the revisions of a build are read. If the fingerprint differs,
 * something may be read differently; if it is equal, nothing is. The sources are not parsed for it.
 *
 * @since 0.1.0
 */
public final class RevisionsDigest {

    /** Limits how many characters of a text are encoded at a time. */
    private static final int PART = 64 * 1024;

    /** Holds the version of this library, because another version may read the same scripts differently. */
    private static final String READER =
            Objects.requireNonNullElse(RevisionsDigest.class.getPackage().getImplementationVersion(), "");

    private final MessageDigest digest = Sha256.begin();

    private RevisionsDigest() {}

    /**
     * Returns the digest of the scripts with their locations, of the headers of revisions in Java, and of the
     * placeholders, except for the values of secret ones.
     *
     * @return the SHA-256 digest in hex
     */
    public static String of(List<ScriptFile> files, List<RegisteredRevision> inJava, Placeholders placeholders) {
        RevisionsDigest digest = new RevisionsDigest();
        digest.add(READER);
        for (ScriptFile file : files) {
            digest.add(file.location());
            digest.add(file.text());
        }
        for (RegisteredRevision revision : inJava) {
            digest.add(revision.type().getName());
            digest.add(String.valueOf(revision.type().getAnnotation(RevisionHeader.class)));
        }
        placeholders.values().forEach((name, value) -> {
            digest.add(name);
            digest.add(Placeholders.isSecret(name) ? "" : value);
        });
        return Sha256.hex(digest.digest);
    }

    /** Returns the digest of the texts, in this order. */
    public static String of(List<String> texts) {
        RevisionsDigest digest = new RevisionsDigest();
        texts.forEach(digest::add);
        return Sha256.hex(digest.digest);
    }

    /** Adds a text behind its length, so that different lists of texts always differ in the digested bytes. */
    private void add(String text) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length()).flip());
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(at + PART, text.length());
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            digest.update(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
            at = end;
        }
    }
}
