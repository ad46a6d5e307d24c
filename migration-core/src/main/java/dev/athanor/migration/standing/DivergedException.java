package dev.athanor.migration.standing;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.source.SearchedPlace;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown if the database is at a revision that this build does not know and that does not descend from this build's
 * heads.
 *
 * @since 0.1.0
 */
public final class DivergedException extends MigrationException {

    private static final long serialVersionUID = 1L;

    private static final String STAMP =
            " If the schema really is at a revision of this build, say so: `migration stamp --purge <revision>`.";

    /**
     * Creates the exception, which names the unknown rows.
     *
     * @param unknown the rows of the version table that the build does not know
     */
    public DivergedException(List<RevisionId> unknown, BuildScripts build) {
        super(problem(unknown, build), action(build));
    }

    /** Describes the problem of a database that is at these rows. */
    public static String problem(List<RevisionId> unknown, BuildScripts build) {
        if (build.directory().scripts().isEmpty()) {
            return "The database is at " + CappedList.of(unknown) + ", and this build has no revision. "
                    + searched(build);
        }
        return "The database has diverged from this build: it is at " + CappedList.of(unknown)
                + ", which no script of this build knows, and the history does not show that this descends from "
                + CurrentHeads.of(build.directory().graph().realHeads()).capped() + ".";
    }

    /** Describes what to do about the problem. */
    public static String action(BuildScripts build) {
        return build.directory().scripts().isEmpty()
                ? "Correct migration.locations, or deploy the build that has the revisions."
                : "Deploy the build that has the missing revision, or downgrade with that build first." + STAMP;
    }

    /** Names the places in which a build without revisions has looked for them. */
    public static String searched(BuildScripts build) {
        List<SearchedPlace> places = build.places();
        String meant = places.stream()
                .flatMap(place -> place.similar().stream())
                .distinct()
                .collect(Collectors.joining(" or "));
        return "It looked for revisions in "
                + places.stream().map(SearchedPlace::location).collect(Collectors.joining(", ")) + "."
                + (meant.isEmpty() ? "" : " Did you mean " + meant + "?");
    }
}
