package dev.athanor.migration.standing;

import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.source.SearchedPlace;
import java.util.List;

/**
 * The scripts of a build, and where it looks for them.
 *
 * @since 0.1.0
 */
public interface BuildScripts {

    /**
     * Returns every revision, and their graph; they are read once.
     *
     * @throws dev.athanor.migration.error.MigrationException when they are malformed; every problem is named
     */
    ScriptDirectory directory();

    /** Returns every revision as it is now, whatever was read before. */
    ScriptDirectory readAgain();

    /** Returns where revisions are looked for. */
    List<SearchedPlace> places();
}
