package dev.athanor.migration;

import dev.athanor.migration.autogenerate.Autogeneration;
import dev.athanor.migration.autogenerate.Autogenerator;
import dev.athanor.migration.autogenerate.ComparisonException;
import dev.athanor.migration.autogenerate.ComparisonReport;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.SchemaComparison;
import dev.athanor.migration.autogenerate.WantedSchema;
import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.verify.Drift;
import java.util.List;
import javax.sql.DataSource;

/** A database beside what it should be: {@code check}, {@code drift} and {@code revision --autogenerate}. */
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
     * What the database lacks of the wanted schema; it is not changed.
     *
     * @throws ComparisonException where that cannot be found out
     */
    public ComparisonReport check(WantedSchema wanted) {
        return comparison().check(wanted);
    }

    /**
     * Revisions that make up for what the database lacks of the wanted schema, proven and not written yet.
     *
     * @param directory all the revisions that there are, whether compiled or not
     * @throws ComparisonException where the database is not at their heads, or what is generated is not proven
     */
    public Autogeneration autogenerate(WantedSchema wanted, ScriptDirectory directory) {
        requireHeads(directory);
        return new Autogenerator(comparison()).generate(wanted);
    }

    /**
     * What has been done to the database besides its revisions; found out in a throw-away database that is made like it.
     *
     * @throws ComparisonException where a revision that is applied is not known
     */
    public ComparisonReport drift() {
        return new Drift(migrations.scripts(), settings.tables(), settings.run(), settings.placeholders())
                .of(dataSource, migrations.current(), how);
    }

    private SchemaComparison comparison() {
        return new SchemaComparison(dataSource, settings.tables(), how);
    }

    private void requireHeads(ScriptDirectory directory) {
        Heads heads = Heads.of(directory.graph().realHeads());
        Heads now = migrations.current();
        if (!now.equals(heads)) {
            throw new ComparisonException(
                    "The database is at " + now.capped() + ", and the revisions lead to " + heads.capped()
                            + ": what is between would be generated a second time.",
                    unbuilt(heads)
                            + "Run `migration upgrade heads` first, or `migration stamp heads` where the schema is there already.");
        }
    }

    /** The commands that are advised know the revisions of the build only. */
    private String unbuilt(Heads heads) {
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
