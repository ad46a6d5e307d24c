package dev.athanor.migration.autoconfigure;

import java.util.List;

/**
 * Holds the classes of the application's revisions in Java, as scanning found them when the context was created or
 * ahead of time.
 *
 * @param names the names, in alphabetical order
 */
record RevisionClasses(List<String> names) {

    RevisionClasses {
        names = List.copyOf(names);
    }
}
