package dev.athanor.migration.source;

import dev.athanor.migration.script.ScriptFile;
import java.util.List;
import java.util.Optional;

/**
 * Provides revision scripts.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RevisionSource {

    /**
     * Returns the uninterpreted scripts, always in the same order.
     *
     * @throws SourceException if the scripts cannot be read
     * @throws dev.athanor.migration.script.InvalidScriptException if files are not UTF-8
     */
    List<ScriptFile> read();

    /**
     * Returns the uninterpreted results of {@code verify} that are stored beside the scripts. By default there are
     * none.
     *
     * @throws SourceException if the results cannot be read
     */
    default List<String> verdicts() {
        return List.of();
    }

    /**
     * Returns what an earlier build has left of scripts that the project's sources have no more; none where what is
     * read is
     * not the output of a project whose sources are there.
     */
    default List<LeftOver> leftOvers() {
        return List.of();
    }

    /**
     * Returns the places where this source looks for scripts, each with the folder that was probably meant if the place
     * has none.
     */
    default List<SearchedPlace> places() {
        String name = getClass().isHidden() ? "a source in code" : toString();
        return List.of(new SearchedPlace(name, Optional.empty()));
    }
}
