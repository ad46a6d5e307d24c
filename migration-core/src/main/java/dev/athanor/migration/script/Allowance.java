package dev.athanor.migration.script;

/**
 * Represents a line {@code -- @allow rule: reason} of a section: a finding of lint that the author accepts there.
 *
 * @param rule the id of the rule, as written
 * @param reason the reason
 * @param line the line in the file
 * @since 0.1.0
 */
public record Allowance(String rule, String reason, int line) {}
