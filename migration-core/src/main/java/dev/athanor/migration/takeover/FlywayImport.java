package dev.athanor.migration.takeover;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.EdgeKind;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides what the files and the history of Flyway become.
 *
 * @since 0.1.0
 */
public final class FlywayImport {

    private static final String TOOL = "Flyway";

    /** Tells what to do with differences between the files and what was applied. */
    public enum Differences {
        /** Refuses the import. */
        REFUSED,
        /** Accepts the files as they are. */
        ACCEPTED
    }

    /**
     * Holds what an import begins with.
     *
     * @param settings what Flyway was told
     * @param files the files of its locations
     * @param history its history
     * @param known every revision of the project
     * @param differences what to do with differences
     * @param now the time, with which pending revisions are dated
     * @since 0.1.0
     */
    public record Request(
            FlywaySettings settings,
            List<ForeignFile> files,
            FlywayHistory history,
            ScriptDirectory known,
            Differences differences,
            Instant now) {

        public Request {
            files = List.copyOf(files);
        }
    }

    private final Request request;
    private final FlywayProject project;
    private final FlywayPlaceholders placeholders;
    private final FlywayOrigin origin;
    private final FlywayChain chain;
    private final List<ImportedRevision> revisions = new ArrayList<>();
    private final List<ScriptProblem> problems = new ArrayList<>();

    private FlywayImport(Request request) {
        this.request = request;
        this.project = FlywayProject.of(request.settings(), request.files());
        this.placeholders = new FlywayPlaceholders(
                request.settings().placeholders(), request.history().facts());
        this.origin = new FlywayOrigin(request.known());
        this.chain = FlywayChain.of(
                request.settings(),
                project,
                placeholders,
                new FlywayChain.Rows(request.history().rows(), origin));
    }

    /**
     * Decides, without writing anything.
     *
     * @throws ImportException if a migration failed, or differs from what was applied
     * @throws InvalidScriptException if no revision can hold the statements of a file; names every such line
     */
    public static Import of(Request request) {
        return new FlywayImport(request).decide();
    }

    private Import decide() {
        requireMigrations();
        if (request.differences() == Differences.REFUSED && !chain.differences().isEmpty()) {
            throw new ImportException(
                    "The files differ from what Flyway applied in "
                            + count(chain.differences().size()) + ":\n"
                            + CappedList.lines(chain.differences().stream()
                                    .map(line -> "  " + line)
                                    .toList()),
                    "Restore the files as they were applied. If the files are right, import with"
                            + " --accept-differences: the revisions then hold the files as they are.");
        }
        write();
        SqlPart.throwIfAny(
                problems,
                "A revision cannot hold these lines. Write the statement in another way in the file of Flyway, and import"
                        + " with --accept-differences, because its checksum changes.");
        ScriptDirectory directory = request.known().with(files(), used());
        CurrentHeads heads = heads(directory);
        return new Import(
                TOOL,
                request.settings().table(),
                revisions,
                directory,
                steps(),
                heads,
                notes(),
                chain.differences(),
                properties(),
                used());
    }

    private static String count(int places) {
        return places == 1 ? "1 place" : places + " places";
    }

    private void requireMigrations() {
        if (chain.links().isEmpty()) {
            throw new ImportException(
                    "Flyway has no migrations: its locations hold none, and its history names none.",
                    "Name the folder of the migrations with --location, such as --location"
                            + " filesystem:src/main/resources/db/migration.");
        }
        chain.links().stream().filter(link -> origin.has(link.id())).forEach(origin::requireOurs);
    }

    private Placeholders used() {
        TreeMap<String, String> all = new TreeMap<>(placeholders.used());
        return new Placeholders(all);
    }

    /** Writes the text of each new revision: each revises the one before it. */
    private void write() {
        Optional<RevisionId> previous = lastKnown();
        for (FlywayLink link : chain.links()) {
            if (!origin.has(link.id())) {
                write(link, previous);
                previous = Optional.of(link.id());
            }
        }
    }

    private Optional<RevisionId> lastKnown() {
        Set<RevisionId> known =
                chain.links().stream().map(FlywayLink::id).filter(origin::has).collect(Collectors.toSet());
        List<RevisionId> ordered = request.known().graph().order(known);
        return ordered.isEmpty() ? Optional.empty() : Optional.of(ordered.get(ordered.size() - 1));
    }

    private void write(FlywayLink link, Optional<RevisionId> previous) {
        Instant date = link.row().map(FlywayRow::at).orElse(request.now());
        RevisionDraft draft = new RevisionDraft(
                new Revision(link.id(), previous.map(List::of).orElse(List.of()), List.of(), List.of()),
                link.migration().message(),
                date.atOffset(ZoneOffset.UTC),
                "",
                "");
        try {
            revisions.add(revision(link, draft));
        } catch (InvalidScriptException e) {
            problems.addAll(e.problems());
        }
    }

    private ImportedRevision revision(FlywayLink link, RevisionDraft draft) {
        FlywayMigration migration = link.migration();
        if (migration.content() instanceof FlywayMigration.Java code) {
            return new ImportedRevision(
                    ImportedRevision.Form.JAVA, migration.script(), draft, FlywayAdapter.text(draft, code.className()));
        }
        Optional<SqlPart> down = migration.version().flatMap(project::undo).flatMap(undo -> undo.sql()
                .map(sql -> part(undo, sql)));
        SqlPart up = migration
                .sql()
                .map(sql -> part(migration, sql))
                .orElseGet(() -> new SqlPart(reason(migration), TransactionMode.TRANSACTIONAL));
        return new ImportedRevision(
                ImportedRevision.Form.SQL,
                migration.script(),
                draft,
                new RevisionText(draft, migration.origin(), up, down).render());
    }

    private static String reason(FlywayMigration migration) {
        return migration.content() instanceof FlywayMigration.Missing missing ? "-- " + missing.reason() : "";
    }

    private SqlPart part(FlywayMigration migration, FlywayMigration.Sql sql) {
        String text = placeholders.rewritten(migration, sql);
        return SqlPart.of(
                migration.script(),
                text,
                sql.inTransaction() ? TransactionMode.TRANSACTIONAL : TransactionMode.NONE,
                used());
    }

    /** Returns the new revisions as script files; a revision in Java is its header. */
    private List<ScriptFile> files() {
        return revisions.stream()
                .map(revision -> new ScriptFile(
                        revision.origin(),
                        revision.form() == ImportedRevision.Form.SQL
                                ? revision.text()
                                : RevisionText.header(revision.draft(), TOOL + ": " + revision.origin())
                                        + "\n-- @upgrade\n\n-- @downgrade irreversible\n"))
                .toList();
    }

    private CurrentHeads heads(ScriptDirectory directory) {
        Set<RevisionId> applied = chain.links().stream()
                .filter(FlywayLink::isApplied)
                .map(FlywayLink::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<RevisionId> needed = new LinkedHashSet<>(directory.graph().ancestorsAndSelf(applied, EdgeKind.ALL));
        needed.removeAll(applied);
        if (!needed.isEmpty()) {
            throw new ImportException(
                    "The revisions were imported from a database that has " + CappedList.of(needed)
                            + ", which this database does not have, below others that it has.",
                    "Run `flyway migrate` with out-of-order=true on this database, so that it has them too, and import"
                            + " again.");
        }
        return directory.graph().headsOf(applied);
    }

    private List<ImportedStep> steps() {
        List<ImportedStep> steps = new ArrayList<>();
        chain.links().stream()
                .filter(link -> link.state() == FlywayLink.State.COUNTED)
                .forEach(link -> steps.add(step(link, link.row().orElseThrow(), Direction.STAMP, true)));
        Set<FlywayRow> counting = chain.counting();
        request.history().rows().forEach(row -> step(row, counting).ifPresent(steps::add));
        return steps;
    }

    private Optional<ImportedStep> step(FlywayRow row, Set<FlywayRow> counting) {
        if (row.isBaseline() || row.type().equals("DELETE")) {
            return Optional.empty();
        }
        Direction direction = row.takesBack() ? Direction.DOWNGRADE : Direction.UPGRADE;
        boolean script = counting.contains(row) || row.type().equals("SCHEMA");
        return chain.link(row).map(link -> step(link, row, direction, script));
    }

    private static ImportedStep step(FlywayLink link, FlywayRow row, Direction direction, boolean script) {
        Duration duration = direction == Direction.STAMP ? Duration.ZERO : row.duration();
        boolean told = script && !(link.migration().content() instanceof FlywayMigration.Java);
        return new ImportedStep(link.id(), direction, Optional.of(row.at()), duration, Optional.of(row.user()), told);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(chain.notes());
        notes.addAll(project.notes());
        revisions.stream()
                .filter(revision -> revision.form() == ImportedRevision.Form.JAVA)
                .forEach(revision -> notes.add("Migration " + revision.origin() + " in Java stays as it is: revision "
                        + revision.id() + " calls it. Keep flyway-core on the class path as long as it does."));
        request.history().rows().stream()
                .filter(row -> row.type().equals("DELETE"))
                .forEach(row -> notes.add("Row " + row.rank() + " of Flyway's history, which says that " + row.name()
                        + " was deleted, is not carried over."));
        placeholders.used().keySet().stream()
                .filter(name -> name.startsWith("flyway."))
                .forEach(name -> notes.add("Flyway's own placeholder " + name.replaceFirst("\\.", ":")
                        + " becomes the placeholder " + name + ", whose value you set."));
        return notes;
    }

    private TreeMap<String, String> properties() {
        TreeMap<String, String> properties = new TreeMap<>();
        properties.put("spring.flyway.enabled", "false");
        request.settings().schema().ifPresent(schema -> properties.put("migration.schema", schema));
        placeholders.used().forEach((name, value) -> properties.put("migration.placeholders." + name, value));
        return properties;
    }
}
