package dev.athanor.migration.source;

import java.util.function.Supplier;

/** Takes the scripts that are found in a place. */
@FunctionalInterface
interface ScriptSink {

    /**
     * Takes a script.
     *
     * @param location what errors call it
     * @param origin what to call it where another file has that location
     */
    void add(String location, byte[] bytes, Supplier<String> origin);
}
