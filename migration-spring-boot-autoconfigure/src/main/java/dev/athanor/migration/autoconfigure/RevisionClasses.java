package dev.athanor.migration.autoconfigure;

import java.util.List;

/**
 * The classes of the application's revisions in Java, as scanning found them: when the context is made, or ahead of time.
 *
 * @param names in alphabetical order
 */
record RevisionClasses(List<String> names) {

    RevisionClasses {
        names = List.copyOf(names);
    }
}
