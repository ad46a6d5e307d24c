package dev.athanor.migration.script;

import java.util.Locale;
import java.util.Optional;

/**
 * Defines the result of {@code verify} for a revision's downgrade.
 *
 * @since 0.1.0
 */
public enum Proof {
    /** Means that the downgrade restored the schema, and that the upgrade after it gave the same schema again. */
    PROVEN,
    /** Means that the downgrade did not restore the schema, or could not be tried. */
    UNPROVEN,
    /** Means that the revision declares its downgrade irreversible. */
    IRREVERSIBLE;

    /** Returns the word for output and files: {@code proven}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Proof> of(String word) {
        for (Proof proof : values()) {
            if (proof.word().equals(word)) {
                return Optional.of(proof);
            }
        }
        return Optional.empty();
    }
}
