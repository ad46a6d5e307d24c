package dev.athanor.migration.source;

/**
 * A difference between the scripts of a build and those of the source folders that it is made from.
 *
 * @param kind what differs
 * @param file the file, as a path
 * @since 0.1.0
 */
public record SourceDifference(Kind kind, String file) {

    /** What differs. */
    public enum Kind {
        /** A script of the source that the build lacks; it is read. */
        NEW,
        /** A script of the source that the build has with another text; the source is read. */
        CHANGED,
        /** A script of the build that the source has no more, or under another name; it is left out. */
        GONE,
        /** A folder of the source that has nothing in common with the build; it is left out. */
        UNRELATED
    }
}
