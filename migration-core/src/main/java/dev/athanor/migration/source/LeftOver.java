package dev.athanor.migration.source;

import dev.athanor.migration.script.ScriptFile;

/**
 * A script in the output of a project's build that the sources of the project have no more: it was renamed or deleted, and
 * an earlier build has left it.
 *
 * @param script as it is read
 * @param file where it is, as a path; in a jar, with the jar
 * @since 0.1.0
 */
public record LeftOver(ScriptFile script, String file) {}
