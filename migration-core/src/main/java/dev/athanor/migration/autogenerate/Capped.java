package dev.athanor.migration.autogenerate;

import java.util.List;

/** A list within a sentence: the first few, and how many more there are. */
final class Capped {

    private static final int SHOWN = 5;

    private Capped() {}

    static String joined(List<String> all, String separator) {
        return all.size() <= SHOWN + 1
                ? String.join(separator, all)
                : String.join(separator, all.subList(0, SHOWN)) + " and " + (all.size() - SHOWN) + " more";
    }
}
