package dev.athanor.migration.source;

import dev.athanor.migration.script.ScriptFile;

/**
 * Represents a script in the output of a project's build that the sources do not have anymore: it was renamed or
 * deleted, and an earlier build has left it.
 *
 * @param script the script as it is read
 * @param file the path of the file; in a jar, with the jar
 * @since 0.1.0
 */
public record LeftOver(ScriptFile script, String file) {}
