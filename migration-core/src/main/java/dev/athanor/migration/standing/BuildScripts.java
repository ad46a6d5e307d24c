package dev.athanor.migration.standing;

import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.source.SearchedPlace;
import java.util.List;

/**
 * Provides the scripts of a build and the places where the build looks for them.
 *
 * @since 0.1.0
 */
public interface BuildScripts {

    /**
     * Returns every revision and the revision graph. The scripts are read only once.
     *
     * @throws dev.athanor.migration.error.MigrationException if scripts are malformed; the message names every problem
     */
    ScriptDirectory directory();

    /** Reads every revision again, regardless of what was read before. */
    ScriptDirectory readAgain();

    /** Returns the places where revisions are looked for. */
    List<SearchedPlace> places();
}
