package dev.athanor.migration.script;

/**
 * A revision script as it was found: nothing in it is interpreted yet.
 *
 * @param location the path that errors name, such as {@code db/revisions/20251007_1050_add_styles.sql}
 * @param text its text, decoded from UTF-8, otherwise untouched (BOM and line endings included)
 * @since 0.1.0
 */
public record ScriptFile(String location, String text) {}
