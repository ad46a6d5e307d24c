package dev.athanor.migration.graph;

import java.util.function.Predicate;

/**
 * A command as it was typed around one of its targets.
 *
 * @param verb which command
 * @param before what stands before the target
 * @param after what stands behind it
 * @param moves whether the same command does something with another target in that place
 */
record TypedCommand(Verb verb, String before, String after, Predicate<String> moves) {

    /** What a command does with a target. */
    enum Verb {
        UPGRADE,
        DOWNGRADE,
        STAMP,
        /** Says where a range for SQL text begins, whichever of the three writes it. */
        BEGIN,
        SHOW,
        HISTORY,
        REVISION,
        MERGE,
        VERIFY
    }

    /** The command with another target, as a text shows it. */
    String with(Object target) {
        return "`migration " + before + target + after + "`";
    }
}
