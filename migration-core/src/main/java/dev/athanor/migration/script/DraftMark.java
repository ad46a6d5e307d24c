package dev.athanor.migration.script;

/**
 * The line of a header that makes a revision a draft: no upgrade runs it until the line is removed.
 *
 * @param reason what a person decides first; may be empty
 * @param line its number in the file
 */
public record DraftMark(String reason, int line) {}
