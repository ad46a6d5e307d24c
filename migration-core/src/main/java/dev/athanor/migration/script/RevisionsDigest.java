package dev.athanor.migration.script;

import dev.athanor.migration.revision.RegisteredRevision;
import dev.athanor.migration.revision.RevisionHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;

/**
 * A fingerprint of all that the revisions of a build are read from: another one means that something may be read
 * differently, the same one that nothing is. Nothing is parsed for it.
 *
 * @since 0.1.0
 */
public final class RevisionsDigest {

    /** How much of a text is encoded at a time, in characters. */
    private static final int PART = 64 * 1024;

    /** Another version may read the same scripts differently. */
    private static final String READER =
            Objects.requireNonNullElse(RevisionsDigest.class.getPackage().getImplementationVersion(), "");

    private final MessageDigest digest = Sha256.begin();

    private RevisionsDigest() {}

    /**
     * The digest of scripts with their names, of the headers of revisions in Java, and of what placeholders stand for, the
     * values of secret ones excepted.
     *
     * @return SHA-256 in hex
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

    /** The digest of texts, in this order. */
    public static String of(List<String> texts) {
        RevisionsDigest digest = new RevisionsDigest();
        texts.forEach(digest::add);
        return Sha256.hex(digest.digest);
    }

    /** Adds a text behind its length, so that no two lists of texts look alike. */
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
