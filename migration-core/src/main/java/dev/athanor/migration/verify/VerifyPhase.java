package dev.athanor.migration.verify;

/**
 * Defines the phase of a finding.
 *
 * @since 0.1.0
 */
public enum VerifyPhase {
    /** The finding belongs to the first upgrade. */
    UPGRADE("upgrade"),
    /** After the first upgrade. */
    DOWNGRADE("downgrade"),
    /** The finding belongs to the upgrade after the downgrade. */
    UPGRADE_AGAIN("second upgrade");

    private final String words;

    VerifyPhase(String words) {
        this.words = words;
    }

    /** Returns the phase as text: {@code second upgrade}. */
    public String words() {
        return words;
    }
}
