package dev.athanor.migration.takeover;

import dev.athanor.migration.autogenerate.ComparisonReport;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Bookkeeping;
import dev.athanor.migration.history.ForeignRow;
import dev.athanor.migration.history.StateReader;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.runner.MigrationRunner;
import dev.athanor.migration.runner.RunListener;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.session.Session;
import dev.athanor.migration.source.JavaSources;
import dev.athanor.migration.source.NewFiles;
import dev.athanor.migration.source.NewRevisions;
import dev.athanor.migration.template.RevisionDraft;
import dev.athanor.migration.verify.Drift;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;

/**
 * Proves an import, and carries it out: writes the files, the version table and the history together.
 *
 * @since 0.1.0
 */
public final class Takeover {

    private final DataSource database;
    private final Tables tables;
    private final RunSettings run;

    /** Creates the takeover of a database. */
    public Takeover(DataSource database, Tables tables, RunSettings run) {
        this.database = database;
        this.tables = tables;
        this.run = run;
    }

    /** Returns the takeover with a schema for the tables, if none is configured. */
    public Takeover in(String schema) {
        return tables.schema() == null ? new Takeover(database, tables.withSchema(schema), run) : this;
    }

    /** Returns the takeover with another version table, if none is configured. */
    public Takeover withVersionTable(String table) {
        return tables.versionTable().equals(Tables.VERSION_TABLE)
                ? new Takeover(database, tables.withVersionTable(table), run)
                : this;
    }

    /** Returns the name of the version table. */
    public String versionTable() {
        return tables.versionTable();
    }

    /** Returns Flyway's history of the database. */
    public FlywayHistory flyway(FlywaySettings settings) {
        return FlywayHistory.read(database, settings);
    }

    /** Returns the rows of the version table, which may be another tool's. */
    public CurrentHeads current() {
        try (Session session = Session.open(database)) {
            return new StateReader(tables).read(session).heads();
        }
    }

    /**
     * Requires that the database was not imported before, and does not migrate with Athanor already.
     *
     * @throws ImportException if it does
     */
    public void requireFree(Import what) {
        StateReader reader = new StateReader(tables);
        try (Session session = Session.open(database)) {
            requireFree(
                    what, reader.read(session).heads(), reader.history(session).isEmpty());
        }
    }

    /**
     * Builds the revisions that the database has in a throw-away database, and compares the two.
     *
     * @throws dev.athanor.migration.error.MigrationException if a revision fails, or no throw-away database can be
     *     created
     */
    public ComparisonReport prove(Import what, ComparisonSettings how) {
        ComparisonSettings without = how.withOptions(
                how.options().withInclude(how.options().include().and(object -> !object.name()
                        .name()
                        .equals(what.ownTable()))));
        return new Drift(what.directory(), tables, run, what.placeholders()).of(database, what.heads(), without);
    }

    /**
     * Writes the files, the rows of the version table and the history; all of them or nothing.
     *
     * @param revisions where scripts are written
     * @param sources where revisions in Java are written
     * @return the files
     * @throws ImportException if the version table says that the database has other revisions
     */
    public List<Path> carryOut(Import what, NewRevisions revisions, JavaSources sources) {
        MigrationRunner runner = runner(what);
        try (NewFiles files = new NewFiles();
                Session session = Session.open(database)) {
            Map<RevisionId, RevisionScript> scripts =
                    write(what, revisions.withPlaceholders(what.placeholders()), files);
            what.inJava().forEach(revision -> sources.add(revision.draft(), revision.text(), files));
            runner.write(session, books -> record(what, scripts, books));
            files.keep();
            return files.paths();
        } catch (DataAccessException e) {
            throw MigrationRunner.unexpected(e);
        }
    }

    /**
     * Writes the rows of the version table and the history of an import that has no revisions to write.
     *
     * @throws ImportException if the version table says that the database has other revisions
     */
    public void record(Import what) {
        try (Session session = Session.open(database)) {
            runner(what).write(session, books -> record(what, Map.of(), books));
        } catch (DataAccessException e) {
            throw MigrationRunner.unexpected(e);
        }
    }

    private MigrationRunner runner(Import what) {
        return new MigrationRunner(tables, run, RunListener.NONE, what.placeholders());
    }

    private static Map<RevisionId, RevisionScript> write(Import what, NewRevisions revisions, NewFiles files) {
        List<ImportedRevision> inSql = what.revisions().stream()
                .filter(revision -> revision.form() == ImportedRevision.Form.SQL)
                .toList();
        List<RevisionDraft> drafts = inSql.stream().map(ImportedRevision::draft).toList();
        List<String> texts = inSql.stream().map(ImportedRevision::text).toList();
        Map<RevisionId, RevisionScript> written = new HashMap<>();
        revisions.add(drafts, texts, files).forEach(script -> written.put(script.id(), script));
        return written;
    }

    private static void requireFree(Import what, CurrentHeads before, boolean noHistory) {
        if (!before.isEmpty() && !before.equals(what.heads())) {
            throw new ImportException(
                    "The version table has " + before.capped() + " already, and the import from " + what.tool()
                            + " leads to " + what.heads().capped() + ".",
                    "If this database was imported before, continue with `migration upgrade`. If its rows are wrong, see"
                            + " `migration current` and `migration history --applied`.");
        }
        if (!noHistory) {
            throw new ImportException(
                    "This database has a history of Athanor already, so nothing was imported from " + what.tool() + ".",
                    "See it with `migration history --applied`, and continue with `migration upgrade`.");
        }
    }

    private static void record(Import what, Map<RevisionId, RevisionScript> written, Bookkeeping books) {
        CurrentHeads before = books.heads();
        requireFree(what, before, books.hasNoHistory());
        what.steps().forEach(step -> {
            RevisionScript script =
                    written.getOrDefault(step.revision(), what.directory().script(step.revision()));
            books.record(new ForeignRow(
                    step.direction(),
                    script,
                    step.at(),
                    step.duration(),
                    step.user(),
                    step.script(),
                    "imported from " + what.tool()));
        });
        if (!before.equals(what.heads())) {
            books.move(before, what.heads());
        }
    }
}
