package dev.athanor.migration.source;

import dev.athanor.migration.script.ScriptFile;
import java.util.List;
import java.util.Optional;

/** Somewhere that revision scripts come from. */
@FunctionalInterface
public interface RevisionSource {

    /**
     * The scripts, uninterpreted, always in the same order.
     *
     * @throws SourceException where they cannot be read
     * @throws dev.athanor.migration.script.InvalidScriptException where files are not UTF-8
     */
    List<ScriptFile> read();

    /**
     * What {@code verify} has written down beside the scripts, uninterpreted; none unless a source knows better.
     *
     * @throws SourceException where it cannot be read
     */
    default List<String> verdicts() {
        return List.of();
    }

    /**
     * Returns what an earlier build has left of scripts that the project's sources have no more; none where what is read is
     * not the output of a project whose sources are there.
     */
    default List<LeftOver> leftOvers() {
        return List.of();
    }

    /** Returns where it looks for scripts, and for each place without any the folder that was probably meant. */
    default List<SearchedPlace> places() {
        String name = getClass().isHidden() ? "a source in code" : toString();
        return List.of(new SearchedPlace(name, Optional.empty()));
    }
}
