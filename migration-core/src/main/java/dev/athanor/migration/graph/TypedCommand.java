package dev.athanor.migration.graph;

import java.util.function.Predicate;

/**
 * Represents a command as it was typed, with one of its targets left open.
 *
 * @param verb the command
 * @param before the text before the target
 * @param after the text behind the target
 * @param moves the test whether the command does something with another target in that place
 */
record TypedCommand(Verb verb, String before, String after, Predicate<String> moves) {

    /** Lists what a command does with a target. */
    enum Verb {
        UPGRADE,
        DOWNGRADE,
        STAMP,
        /** Names the beginning of a range for SQL text, for any of the three commands that write SQL. */
        BEGIN,
        SHOW,
        HISTORY,
        REVISION,
        MERGE,
        VERIFY
    }

    /** Returns the command with another target, formatted for a message. */
    String with(Object target) {
        return "`migration " + before + target + after + "`";
    }
}
