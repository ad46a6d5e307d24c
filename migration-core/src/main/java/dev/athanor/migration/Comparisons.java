package dev.athanor.migration;

import dev.athanor.migration.autogenerate.Autogeneration;
import dev.athanor.migration.autogenerate.Autogenerator;
import dev.athanor.migration.autogenerate.Choices;
import dev.athanor.migration.autogenerate.ComparisonException;
import dev.athanor.migration.autogenerate.ComparisonReport;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.SchemaComparison;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.plan.DraftException;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.verify.Drift;
import java.util.List;
import javax.sql.DataSource;

/**
 * Compares a database with the schema that it should have, for {@code check}, {@code drift} and {@code revision
 * --autogenerate}.
 *
 * @since 0.1.0
 */
public final class Comparisons {

    private final MigrationsSettings settings;
    private final Migrations migrations;
    private final DataSource dataSource;
    private final ComparisonSettings how;

    Comparisons(MigrationsSettings settings, Migrations migrations, DataSource dataSource, ComparisonSettings how) {
        this.settings = settings;
        this.migrations = migrations;
        this.dataSource = dataSource;
        this.how = how;
    }

    /**
     * Compares the database with the wanted schema, without changing the database.
     *
     * @throws ComparisonException if the comparison cannot be made
     */
    public ComparisonReport check(WantedSchema wanted) {
        return comparison().check(wanted);
    }

    /**
     * Generates and proves revisions that bring the database to the wanted schema, without writing them yet.
     *
     * @param directory all existing revisions, whether compiled or not
     * @throws ComparisonException if the database is not at the heads of the directory, or the generated revisions
     *     cannot be proven
     */
    public Autogeneration autogenerate(WantedSchema wanted, ScriptDirectory directory) {
        return autogenerate(wanted, directory, Choices.NONE);
    }

    /**
     * Returns the same with what a person has decided: renamings, and values for the rows that are there.
     *
     * @param directory all the revisions that there are, whether compiled or not
     * @throws ComparisonException where the choices do not fit, besides the other reasons
     */
    public Autogeneration autogenerate(WantedSchema wanted, ScriptDirectory directory, Choices choices) {
        requireHeads(directory);
        return new Autogenerator(comparison()).generate(wanted, choices);
    }

    /**
     * Compares the database with a throw-away database that is built from the applied revisions, and returns what was
     * changed outside of revisions.
     *
     * @throws ComparisonException if an applied revision is unknown
     */
    public ComparisonReport drift() {
        return new Drift(migrations.scripts(), settings.tables(), settings.run(), settings.placeholders())
                .of(dataSource, migrations.current(), how);
    }

    private SchemaComparison comparison() {
        return new SchemaComparison(dataSource, settings.tables(), how);
    }

    private static void requireNoDraft(ScriptDirectory directory, CurrentHeads now, CurrentHeads heads) {
        directory.scripts().stream()
                .filter(script -> script.draft().isPresent())
                .findFirst()
                .ifPresent(draft -> {
                    throw new ComparisonException(
                            "The database is at " + now.capped() + ", and the revisions lead to " + heads.capped()
                                    + ". " + DraftException.problem(draft),
                            DraftException.action(draft)
                                    + " Then run `migration upgrade heads`. Or delete the file, and"
                                    + " generate again.");
                });
    }

    private void requireHeads(ScriptDirectory directory) {
        CurrentHeads heads = CurrentHeads.of(directory.graph().realHeads());
        CurrentHeads now = migrations.current();
        if (!now.equals(heads)) {
            requireNoDraft(directory, now, heads);
            throw new ComparisonException(
                    "The database is at " + now.capped() + ", and the revisions lead to " + heads.capped()
                            + ": what is between would be generated a second time.",
                    unbuilt(heads)
                            + "Run `migration upgrade heads` first, or `migration stamp heads` where the schema is there already.");
        }
    }

    /**
     * Returns advice for a build that lacks revisions of the source, because the advised commands know the revisions
     * of the build only.
     */
    private String unbuilt(CurrentHeads heads) {
        List<RevisionId> unbuilt = heads.ids().stream()
                .filter(id -> migrations.script(id.value()).isEmpty())
                .toList();
        return unbuilt.isEmpty()
                ? ""
                : "This build does not have " + CappedList.of(unbuilt)
                        + " yet: build it again, or name the folder of the scripts in"
                        + " migration.development-locations. ";
    }
}
