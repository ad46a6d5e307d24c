package dev.athanor.migration.script;

/**
 * Whether the server offers the extension that a section needs.
 *
 * @since 0.1.0
 */
public enum ExtensionOffer {
    /** Nobody has asked yet, or the section needs none. */
    UNKNOWN,
    /** The section runs. */
    OFFERED,
    /** The section is skipped, and its revision counts as applied all the same. */
    NOT_OFFERED
}
