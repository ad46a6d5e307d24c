package dev.athanor.migration.script;

/**
 * Marks a revision as a draft, which no upgrade runs until the line is removed.
 *
 * @param reason the decision that is left; may be empty
 * @param line the number of the line in the file
 * @since 0.1.0
 */
public record DraftMark(String reason, int line) {}
