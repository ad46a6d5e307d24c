package dev.athanor.migration.script;

import java.util.Locale;
import java.util.Optional;

/**
 * What {@code verify} found out about a revision's way back.
 *
 * @since 0.1.0
 */
public enum Proof {
    /** Its downgrade gave back the schema, and the upgrade after that as well. */
    PROVEN,
    /** It did not, or could not be tried. */
    UNPROVEN,
    /** It says itself that there is no way back. */
    IRREVERSIBLE;

    /** For people and files: {@code proven}. */
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
