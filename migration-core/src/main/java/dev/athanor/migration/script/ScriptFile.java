package dev.athanor.migration.script;

/**
 * Represents a revision script as it was found, before anything in it is interpreted.
 *
 * @param location the path that errors name, such as {@code db/revisions/20251007_1050_add_styles.sql}
 * @param text the text, decoded from UTF-8 and otherwise unchanged (including byte order mark and line endings)
 * @since 0.1.0
 */
public record ScriptFile(String location, String text) {}
