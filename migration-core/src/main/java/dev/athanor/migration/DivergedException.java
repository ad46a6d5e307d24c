package dev.athanor.migration;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionId;
import java.util.List;

/** The database is at a revision that this build does not know and that does not descend from this build's heads. */
public final class DivergedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    DivergedException(List<RevisionId> unknown, Heads heads) {
        super(problem(unknown, heads), ACTION);
    }

    static final String ACTION =
            "Deploy the build that has the missing revision, or downgrade with that build first. If"
                    + " the schema really is at a revision of this build, say so: `migration stamp --purge <revision>`.";

    static String problem(List<RevisionId> unknown, Heads heads) {
        return "The database has diverged from this build: it is at " + CappedList.of(unknown)
                + ", which no script of this build knows, and the history does not show that this descends from "
                + CappedList.of(heads.ids()) + ".";
    }
}
