package dev.athanor.migration.source;

/**
 * Represents a difference between the scripts of a build and those of the source folders that it is made from.
 *
 * @param kind the kind of difference
 * @param file the file, as a path
 * @since 0.1.0
 */
public record SourceDifference(Kind kind, String file) {

    /** Distinguishes the differences. */
    public enum Kind {
        /** Exists in the source but not in the build; it is read. */
        NEW,
        /** Differs between source and build; the source is read. */
        CHANGED,
        /** Exists in the build but not in the source anymore, or under another name; it is left out. */
        GONE,
        /** Has nothing in common with the build; the folder is left out. */
        UNRELATED
    }
}
