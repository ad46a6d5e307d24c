package dev.athanor.migration.script;

/**
 * Describes whether the server offers the extension that a section needs.
 *
 * @since 0.1.0
 */
public enum ExtensionOffer {
    /** Means that the server has not been queried yet, or that the section needs no extension. */
    UNKNOWN,
    /** Means that the server offers the extension, so that the section runs. */
    OFFERED,
    /** Means that the section is skipped; its revision still counts as applied. */
    NOT_OFFERED
}
