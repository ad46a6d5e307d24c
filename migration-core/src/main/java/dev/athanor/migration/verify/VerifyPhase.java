package dev.athanor.migration.verify;

/**
 * When something was found.
 *
 * @since 0.1.0
 */
public enum VerifyPhase {
    /** The first time. */
    UPGRADE("upgrade"),
    /** After the first upgrade. */
    DOWNGRADE("downgrade"),
    /** After the downgrade. */
    UPGRADE_AGAIN("second upgrade");

    private final String words;

    VerifyPhase(String words) {
        this.words = words;
    }

    /** For people: {@code second upgrade}. */
    public String words() {
        return words;
    }
}
