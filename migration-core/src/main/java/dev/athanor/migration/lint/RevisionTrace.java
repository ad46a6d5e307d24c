package dev.athanor.migration.lint;

import dev.athanor.migration.script.RevisionScript;
import java.util.ArrayList;
import java.util.List;

/** Collects what was observed while one revision ran. */
final class RevisionTrace {

    private final RevisionScript script;
    private final List<Observation> observations = new ArrayList<>();

    RevisionTrace(RevisionScript script) {
        this.script = script;
    }

    RevisionScript script() {
        return script;
    }

    /** Returns what was observed, in the order of the statements. */
    List<Observation> observations() {
        return observations;
    }

    void add(Observation observation) {
        observations.add(observation);
    }

    /** Returns the catalogs after the revision. */
    Catalog end() {
        return observations.isEmpty()
                ? Catalog.EMPTY
                : observations.get(observations.size() - 1).after();
    }
}
