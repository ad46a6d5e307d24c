package dev.athanor.migration.takeover;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptProblem;
import dev.athanor.migration.script.TransactionMode;
import dev.athanor.migration.template.RevisionDraft;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides what the scripts of Alembic become, and continues its version table.
 *
 * @since 0.1.0
 */
public final class AlembicImport {

    /** Defines the default name of Alembic's version table. */
    public static final String VERSION_TABLE = "alembic_version";

    private static final String TOOL = "Alembic";
    private static final String DRAFT = "Alembic cannot print its SQL";

    /**
     * Holds what an import begins with.
     *
     * @param scripts the headers of the scripts
     * @param sql what {@code alembic … --sql} prints, in one or several texts
     * @param versionTable the name of Alembic's version table
     * @param current the rows of that table
     * @param known every revision of the project
     * @param now the time, with which scripts without a date are dated
     * @since 0.1.0
     */
    public record Request(
            List<AlembicScript> scripts,
            List<String> sql,
            String versionTable,
            CurrentHeads current,
            ScriptDirectory known,
            Instant now) {

        public Request {
            scripts = List.copyOf(scripts);
            sql = List.copyOf(sql);
        }
    }

    private final Request request;
    private final AlembicSql sql;
    private final List<ImportedRevision> revisions = new ArrayList<>();
    private final List<ScriptProblem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private AlembicImport(Request request) {
        this.request = request;
        this.sql = AlembicSql.of(request.sql(), request.versionTable());
    }

    /**
     * Reads the headers of scripts; files that are no revisions are left out.
     *
     * @throws ImportException if a value in a header is computed
     */
    public static List<AlembicScript> scripts(List<ForeignFile> files) {
        return files.stream()
                .filter(file -> file.name().endsWith(".py"))
                .map(AlembicScript::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the steps of the scripts as Alembic's ranges, such as {@code base:ae10}. */
    public static List<String> steps(List<AlembicScript> scripts) {
        return scripts.stream()
                .map(script -> script.downRevisions().stream().findFirst().orElse("base") + ":" + script.revision())
                .toList();
    }

    /**
     * Decides, without writing anything.
     *
     * @throws ImportException if the database is at a revision that no script has
     * @throws InvalidScriptException if the scripts form no graph, or no revision can hold their statements
     */
    public static Import of(Request request) {
        return new AlembicImport(request).decide();
    }

    private Import decide() {
        request.scripts().stream()
                .filter(script ->
                        request.known().find(new RevisionId(script.revision())).isEmpty())
                .forEach(this::write);
        SqlPart.throwIfAny(
                problems, "A revision cannot hold these lines. Write them in another way in the script of Alembic.");
        ScriptDirectory directory = request.known()
                .with(
                        revisions.stream()
                                .map(revision -> new ScriptFile(revision.origin(), revision.text()))
                                .toList(),
                        Placeholders.none());
        requireKnown(directory);
        TreeMap<String, String> properties = new TreeMap<>();
        properties.put("migration.version-table", request.versionTable());
        return new Import(
                TOOL,
                request.versionTable(),
                parentsFirst(directory),
                directory,
                stamps(directory),
                request.current(),
                notes,
                List.of(),
                properties,
                Placeholders.none());
    }

    private List<ImportedRevision> parentsFirst(ScriptDirectory directory) {
        Map<RevisionId, ImportedRevision> byId = new HashMap<>();
        revisions.forEach(revision -> byId.put(revision.id(), revision));
        return directory.graph().order(byId.keySet()).stream().map(byId::get).toList();
    }

    private void requireKnown(ScriptDirectory directory) {
        List<RevisionId> unknown = directory.graph().unknown(request.current());
        if (!unknown.isEmpty()) {
            throw new ImportException(
                    "The table " + request.versionTable() + " is at " + CappedList.of(unknown)
                            + ", which no script of Alembic has.",
                    "Take the scripts of the release that upgraded this database, and import again.");
        }
    }

    private List<ImportedStep> stamps(ScriptDirectory directory) {
        Set<RevisionId> applied = directory.graph().applied(request.current());
        return directory.graph().order(applied).stream()
                .map(id ->
                        new ImportedStep(id, Direction.STAMP, Optional.empty(), Duration.ZERO, Optional.empty(), true))
                .toList();
    }

    private void write(AlembicScript script) {
        try {
            revisions.add(revision(script));
        } catch (InvalidScriptException e) {
            problems.addAll(e.problems());
        }
    }

    private ImportedRevision revision(AlembicScript script) {
        Optional<SqlPart> up = sql.upgrade(script.revision()).map(text -> part(script, text));
        Optional<SqlPart> down = sql.downgrade(script.revision()).map(text -> part(script, text));
        RevisionDraft draft = draft(script, up.isEmpty() ? Optional.of(DRAFT) : Optional.empty());
        if (up.isEmpty()) {
            notes.add("Revision " + script.revision() + " has no SQL: Alembic cannot print a script that reads from the"
                    + " database. Its file is a draft. Write its statements there, or as a revision in Java, and remove the"
                    + " line `-- Draft:`.");
        } else if (down.isEmpty()) {
            notes.add("Revision " + script.revision() + " is irreversible: its downgrade could not be printed.");
        }
        return new ImportedRevision(
                ImportedRevision.Form.SQL,
                script.file(),
                draft,
                new RevisionText(
                                draft,
                                TOOL + ": " + script.file(),
                                up.orElse(new SqlPart("", TransactionMode.TRANSACTIONAL)),
                                down)
                        .render());
    }

    private static SqlPart part(AlembicScript script, AlembicSql.SqlText text) {
        return SqlPart.of(script.file(), text.sql(), text.transaction(), Placeholders.none());
    }

    private RevisionDraft draft(AlembicScript script, Optional<String> reason) {
        return new RevisionDraft(
                new Revision(
                        new RevisionId(script.revision()),
                        script.downRevisions().stream().map(RevisionId::new).toList(),
                        script.dependsOn(),
                        script.branchLabels()),
                script.message(),
                script.createDate().orElse(request.now().atOffset(ZoneOffset.UTC)),
                "",
                "",
                TransactionMode.TRANSACTIONAL,
                reason);
    }
}
