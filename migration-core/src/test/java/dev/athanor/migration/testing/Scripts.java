package dev.athanor.migration.testing;

import dev.athanor.migration.script.ScriptFile;
import java.util.ArrayList;
import java.util.List;

/** Revision scripts, written where a test needs them. */
public final class Scripts {

    private final List<ScriptFile> files = new ArrayList<>();

    /** No scripts. */
    public static Scripts none() {
        return new Scripts();
    }

    /** Adds one whose sections are as given. */
    public Scripts with(String id, String revises, String upgrade, String downgrade) {
        return with(id, header(id, revises) + "-- @upgrade\n" + upgrade + "\n\n-- @downgrade\n" + downgrade + "\n");
    }

    /** Adds one that creates a table named {@code t_<id>}. */
    public Scripts withTable(String id, String revises) {
        return with(id, revises, "CREATE TABLE t_" + id + " (id int);", "DROP TABLE t_" + id + ";");
    }

    /** Adds one as written. */
    public Scripts with(String id, String text) {
        files.add(new ScriptFile("db/revisions/" + id + ".sql", text));
        return this;
    }

    /** The header of a revision. */
    public static String header(String id, String revises) {
        return "-- revision " + id + "\n--\n-- Revision ID: " + id + "\n-- Revises: " + revises + "\n\n";
    }

    /** The files, in the order in which they were added. */
    public List<ScriptFile> files() {
        return List.copyOf(files);
    }
}
