package dev.athanor.migration.source;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.NewRevision;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.graph.TargetResolver;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptParser;
import dev.athanor.migration.template.JavaTemplate;
import dev.athanor.migration.template.RevisionDraft;
import dev.athanor.migration.template.RevisionIds;
import dev.athanor.migration.template.ScriptTemplate;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Writes new revision scripts into the source folders, for {@code migration revision} and {@code migration merge}.
 *
 * @since 0.1.0
 */
public final class NewRevisions {

    private final NewRevisionSettings settings;
    private final RevisionFolders folders;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * Creates a writer.
     *
     * @param settings where to write, and what files look like
     */
    public NewRevisions(NewRevisionSettings settings) {
        this(settings, Clock.systemUTC(), new SecureRandom());
    }

    NewRevisions(NewRevisionSettings settings, InstantSource clock, RandomGenerator random) {
        this.settings = settings;
        this.folders = RevisionFolders.of(settings.directories());
        this.clock = clock;
        this.random = random;
    }

    /**
     * Returns the scripts that are in the folders now, which may not be on the class path yet.
     *
     * @throws dev.athanor.migration.script.InvalidScriptException if files or the graph are invalid; the exception
     *     holds every problem
     */
    public ScriptDirectory directory() {
        return ScriptDirectory.parse(folders.read(), settings.placeholders());
    }

    /**
     * Returns the revisions of a build with the scripts and the revisions in Java that are in the folders now, which
     * the
     * build may not have yet.
     *
     * @throws dev.athanor.migration.script.InvalidScriptException with every problem of every file and of the graph
     */
    public ScriptDirectory directory(ScriptDirectory built, JavaSources sources) {
        List<ScriptFile> files = new ArrayList<>(folders.read());
        files.addAll(sources.headers());
        return built.with(files, settings.placeholders());
    }

    /**
     * Writes a revision on the only head, or on the heads of the request.
     *
     * @param directory all existing scripts
     * @throws dev.athanor.migration.error.MigrationException if the revision would not fit; nothing is written then
     */
    public WrittenRevision create(ScriptDirectory directory, RevisionRequest request) {
        return write(directory, request, place(directory, request));
    }

    /**
     * Writes a revision in Java on the only head, or on the heads of the request.
     *
     * @param directory all existing revisions
     * @throws dev.athanor.migration.error.MigrationException if the revision would not fit; nothing is written then
     */
    public WrittenRevision create(ScriptDirectory directory, RevisionRequest request, JavaSources sources) {
        return create(directory, request, sources, JavaSources.UNWRITTEN);
    }

    /**
     * Writes a revision in Java with the given methods: {@code change}, or {@code upgrade} and {@code downgrade}.
     *
     * @param directory all existing revisions
     * @throws dev.athanor.migration.error.MigrationException if the revision would not fit; nothing is written then
     */
    public WrittenRevision create(
            ScriptDirectory directory,
            RevisionRequest request,
            JavaSources sources,
            List<JavaTemplate.Method> methods) {
        RevisionDraft draft = draft(directory, request, place(directory, request));
        String name = sources.fileName(draft);
        RevisionScript header = script(name, ScriptTemplate.standard().render(draft));
        requireFit(directory, header);
        return new WrittenRevision(sources.folder().write(name, sources.text(draft, methods)), header);
    }

    /**
     * Writes a script over a file, and new scripts beside it: all of them, or none.
     *
     * @param script the script in the file, as it was read
     * @param earlier the new scripts
     * @param text the new text of the file
     * @return the paths of the written files; the last one is that of the file
     * @throws dev.athanor.migration.error.MigrationException if the file has changed since it was read, or a file cannot
     *     be written
     */
    public List<Path> replace(RevisionScript script, List<ScriptFile> earlier, String text) {
        return folders.holding(script).replace(script.file(), earlier, text);
    }

    /**
     * Writes finished scripts, named by the file template, into the first folder.
     *
     * @param drafts the headers, in order
     * @param texts the contents of the files, in the same order
     * @param files deletes them again unless they are kept
     * @return the scripts, in the same order
     */
    public List<RevisionScript> add(List<RevisionDraft> drafts, List<String> texts, NewFiles files) {
        RevisionFolder folder = folders.folders().get(0);
        int number = settings.fileTemplate()
                .nextNumber(folder.read().stream().map(ScriptFile::location).toList());
        List<RevisionScript> scripts = new ArrayList<>();
        for (int index = 0; index < drafts.size(); index++) {
            String name = settings.fileTemplate().fileName(drafts.get(index), number + index);
            scripts.add(script(folder.location(name), texts.get(index)));
            files.write(folder, name, texts.get(index));
        }
        return scripts;
    }

    private static NewRevision place(ScriptDirectory directory, RevisionRequest request) {
        if (request.heads().isEmpty()) {
            new NewRevisionCheck(directory).oneHead();
        }
        List<Target> heads = request.heads().isEmpty() ? List.of(new Target.Head()) : request.heads();
        return resolve(directory, request, heads);
    }

    /**
     * Writes a merge point of the heads of the request, which may be {@code heads}. The default message is {@code merge
     * a and b}.
     *
     * @param directory all existing scripts
     * @throws dev.athanor.migration.error.MigrationException if the revision would not fit; nothing is written then
     */
    public WrittenRevision merge(ScriptDirectory directory, RevisionRequest request) {
        NewRevisionCheck check = new NewRevisionCheck(directory);
        check.someToMerge(request.heads());
        NewRevision place = new TargetResolver(directory.graph(), CurrentHeads.NONE)
                .mergePoint(request.heads(), request.splice(), request.dependsOn());
        check.merged(place.downRevisions());
        return write(directory, request, place);
    }

    /** Returns these settings with other placeholders, for scripts that come with their own. */
    public NewRevisions withPlaceholders(Placeholders placeholders) {
        return new NewRevisions(
                new NewRevisionSettings(
                        settings.directories(),
                        settings.template(),
                        settings.fileTemplate(),
                        settings.idTemplate(),
                        settings.timeZone(),
                        placeholders),
                clock,
                random);
    }

    private static NewRevision resolve(ScriptDirectory directory, RevisionRequest request, List<Target> heads) {
        return new TargetResolver(directory.graph(), CurrentHeads.NONE)
                .newRevision(heads, request.splice(), request.dependsOn());
    }

    private WrittenRevision write(ScriptDirectory directory, RevisionRequest request, NewRevision place) {
        RevisionDraft draft = draft(directory, request, place);
        RevisionFolder folder = folder(directory, request, place);
        String text = settings.template().render(draft);
        String name = settings.fileTemplate().fileName(draft, number(directory));
        RevisionScript script = script(folder.location(name), text);
        requireFit(directory, script);
        Path path = folder.write(name, text);
        return new WrittenRevision(path, script);
    }

    private RevisionScript script(String location, String text) {
        return new ScriptParser(settings.placeholders()).parseWhole(new ScriptFile(location, text));
    }

    private RevisionDraft draft(ScriptDirectory directory, RevisionRequest request, NewRevision place) {
        RevisionId id = request.revisionId().map(RevisionId::new).orElseGet(() -> id(directory, request, place));
        NewRevisionCheck check = new NewRevisionCheck(directory);
        check.id(id);
        check.branchLabels(request.branchLabels(), id);
        return draft(id, directory, request, place);
    }

    /** Returns the id; a number in it is the number of the file's name. */
    private RevisionId id(ScriptDirectory directory, RevisionRequest request, NewRevision place) {
        RevisionId random = RevisionIds.random(this.random, directory.graph());
        return settings.idTemplate().id(draft(random, directory, request, place), number(directory));
    }

    private int number(ScriptDirectory directory) {
        int ofFiles = settings.fileTemplate().nextNumber(locations(directory));
        return settings.idTemplate().isNumbered()
                ? Math.max(ofFiles, settings.idTemplate().nextNumber(ids(directory)))
                : ofFiles;
    }

    private static List<String> ids(ScriptDirectory directory) {
        return directory.scripts().stream().map(script -> script.id().value()).toList();
    }

    private RevisionDraft draft(RevisionId id, ScriptDirectory directory, RevisionRequest request, NewRevision place) {
        return new RevisionDraft(
                new Revision(id, place.downRevisions(), place.dependsOn(), request.branchLabels()),
                message(request, place),
                createDate(directory, place),
                request.upgrade(),
                request.downgrade(),
                request.transaction(),
                request.draft());
    }

    /**
     * Returns the create date, later than those of the down revisions, so that the names of two revisions that are
     * written at once sort in their order.
     */
    private OffsetDateTime createDate(ScriptDirectory directory, NewRevision place) {
        OffsetDateTime now =
                clock.instant().atZone(settings.timeZone()).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
        return place.downRevisions().stream()
                .map(id -> directory.script(id).createDate())
                .filter(date -> date != null && !date.isBefore(now) && date.isBefore(now.plusMinutes(1)))
                .max(Comparator.naturalOrder())
                .map(latest -> latest.plusSeconds(1).withOffsetSameInstant(now.getOffset()))
                .orElse(now);
    }

    private static String merged(List<RevisionId> revisions) {
        return revisions.size() > CappedList.SHOWN ? CappedList.of(revisions) : CappedList.of(revisions, " and ");
    }

    private static String message(RevisionRequest request, NewRevision place) {
        boolean unsaid = request.message().isBlank() && place.downRevisions().size() > 1;
        return unsaid ? "merge " + merged(place.downRevisions()) : request.message();
    }

    private RevisionFolder folder(ScriptDirectory directory, RevisionRequest request, NewRevision place) {
        return request.versionPath()
                .map(folders::named)
                .orElseGet(() ->
                        folders.of(place.downRevisions().stream().findFirst().map(directory::script)));
    }

    private static List<String> locations(ScriptDirectory directory) {
        return directory.scripts().stream()
                .map(script -> script.file().location())
                .toList();
    }

    private static void requireFit(ScriptDirectory directory, RevisionScript script) {
        List<RevisionScript> all = new ArrayList<>(directory.scripts());
        all.add(script);
        ScriptDirectory.of(all);
    }
}
