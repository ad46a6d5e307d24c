package dev.athanor.migration.script;

/**
 * Describes one problem of a revision script.
 *
 * @param location the file
 * @param line the line, counted from 1
 * @param problem what is wrong
 * @param action what to do next
 * @since 0.1.0
 */
public record ScriptProblem(String location, int line, String problem, String action) {

    /** Returns place and problem on one line: {@code db/revisions/x.sql:12: …}. */
    public String describe() {
        return location + ":" + line + ": " + problem;
    }
}
