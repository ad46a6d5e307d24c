package dev.athanor.migration.autogenerate;

import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionId;
import java.util.List;

/** A list within a sentence: the first few, and how many more there are. */
public final class Capped {

    private static final int SHOWN = 5;

    private Capped() {}

    /** Returns all of them where they are few. */
    public static String joined(List<String> all, String separator) {
        return all.size() <= SHOWN
                ? String.join(separator, all)
                : String.join(separator, all.subList(0, SHOWN)) + " and " + (all.size() - SHOWN) + " more";
    }

    /** Returns the ids, or {@code base}. */
    public static String heads(Heads heads) {
        return heads.isEmpty()
                ? heads.toString()
                : joined(heads.ids().stream().map(RevisionId::value).toList(), ", ");
    }
}
