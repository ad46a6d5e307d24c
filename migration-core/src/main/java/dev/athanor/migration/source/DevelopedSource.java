package dev.athanor.migration.source;

import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptParser;
import dev.athanor.migration.source.SourceDifference.Kind;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a folder on the class path beside the source folders that it is built from. A script that exists in both is
 * read from the source; a script of the build that the source does not have anymore is left out.
 */
final class DevelopedSource implements RevisionSource {

    private final ClasspathSource built;
    private final List<SourceFolder> folders;
    private final DevelopmentFolders development;

    DevelopedSource(ClasspathSource built, List<SourceFolder> folders, DevelopmentFolders development) {
        this.built = built;
        this.folders = List.copyOf(folders);
        this.development = development;
    }

    @Override
    public List<ScriptFile> read() {
        BuiltScripts scripts = new BuiltScripts(built.folder());
        try {
            built.find(scripts::in);
        } catch (MissingLocationException e) {
            if (folders.stream().noneMatch(SourceFolder::exists)) {
                throw e;
            }
        }
        Comparison comparison = Comparison.of(folders, scripts.found(), development.choice());
        List<SourceDifference> differences = comparison.differences();
        if (!differences.isEmpty()) {
            development.told().accept(differences);
        }
        return comparison.files();
    }

    @Override
    public List<SearchedPlace> places() {
        return built.places();
    }

    /** Returns the verdicts; those of the source are the newer ones. */
    @Override
    public List<String> verdicts() {
        return Stream.concat(
                        built.verdicts().stream(),
                        folders.stream().flatMap(folder -> VerifiedFile.read(folder.path()).stream()))
                .toList();
    }

    @Override
    public String toString() {
        return built.toString();
    }
}

/**
 * Represents a script of the build.
 *
 * @param owner the folder of the script
 */
record BuiltScript(String location, byte[] bytes, Supplier<String> origin, BuiltFolder owner) {

    String text() {
        return Utf8.decode(bytes);
    }

    Optional<Revision> revision() {
        return Comparison.revision(new ScriptFile(location, text()));
    }

    /** Tells whether it was built from a script that the source has no more. */
    boolean isLeftOver(List<SourceFolder> folders) {
        return (!owner.sources().isEmpty() || owner.isMadeFrom(folders)) && !owner.hasSource(location);
    }

    /** Returns what a person finds it by. */
    String onDisk() {
        return owner.onDisk(location);
    }
}

/** Reads the scripts of the build, each with its folder. */
final class BuiltScripts {

    private final List<BuiltScript> found = new ArrayList<>();
    private final String name;

    /** @param name of the folders on the class path */
    BuiltScripts(String name) {
        this.name = name;
    }

    ScriptSink in(URL place) {
        BuiltFolder folder = BuiltFolder.of(place, name);
        return (location, bytes, origin) -> found.add(new BuiltScript(location, bytes, origin, folder));
    }

    List<BuiltScript> found() {
        return found;
    }
}

/** Compares the scripts of the source with those of the build. */
final class Comparison {

    private final List<SourceFolder> folders;
    private final List<BuiltScript> built;
    private final ScriptFiles files = new ScriptFiles();
    private final Map<String, ScriptFile> sources = new LinkedHashMap<>();
    private final Map<String, Revision> revisions = new LinkedHashMap<>();
    private final Set<RevisionId> ids = new HashSet<>();
    private final List<SourceDifference> differences = new ArrayList<>();

    private Comparison(List<SourceFolder> folders, List<BuiltScript> built) {
        this.folders = folders;
        this.built = built;
    }

    static Comparison of(List<SourceFolder> folders, List<BuiltScript> built, DevelopmentFolders.Choice choice) {
        Comparison comparison = new Comparison(folders, built);
        comparison.readSources();
        if (choice == DevelopmentFolders.Choice.NAMED || comparison.isRelated()) {
            comparison.compare();
        } else {
            comparison.leaveOutSources();
        }
        return comparison;
    }

    List<ScriptFile> files() {
        return files.sorted();
    }

    /** Returns what differs, new scripts first. */
    List<SourceDifference> differences() {
        return differences.stream()
                .sorted(Comparator.comparing(SourceDifference::kind))
                .toList();
    }

    private void readSources() {
        folders.forEach(folder -> folder.addTo(files));
        for (ScriptFile file : files.sorted()) {
            sources.put(file.location(), file);
            revision(file).ifPresent(revision -> {
                revisions.put(file.location(), revision);
                ids.add(revision.id());
            });
        }
    }

    /**
     * Returns the revision of a script, or empty if the script cannot be read; the users of the files report what is
     * wrong with it.
     */
    static Optional<Revision> revision(ScriptFile file) {
        try {
            return Optional.of(new ScriptParser(Placeholders.none()).parse(file).revision());
        } catch (InvalidScriptException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns whether the sources are those of this application: they belong to what runs, have a revision in common
     * with it, or revise one of its revisions. A command may be typed in the folder of another project.
     */
    private boolean isRelated() {
        List<BuiltScript> own =
                built.stream().filter(script -> script.owner().application()).toList();
        Set<String> known = built.stream()
                .flatMap(script -> script.revision().stream())
                .map(revision -> revision.id().value())
                .collect(Collectors.toSet());
        return own.isEmpty()
                || sources.isEmpty()
                || own.stream().anyMatch(script -> script.owner().isMadeFrom(folders))
                || revisions.values().stream()
                        .anyMatch(revision -> known.contains(revision.id().value())
                                || revision.downRevisions().stream().anyMatch(id -> known.contains(id.value()))
                                || revision.dependsOn().stream().anyMatch(known::contains));
    }

    private void leaveOutSources() {
        files.clear();
        built.forEach(script -> files.add(script.location(), script.bytes(), script.origin()));
        folders.stream()
                .filter(SourceFolder::exists)
                .map(folder -> SourceFolder.slashes(folder.path()))
                .forEach(folder -> differences.add(new SourceDifference(Kind.UNRELATED, folder)));
    }

    private void compare() {
        Set<String> unbuilt = new LinkedHashSet<>(sources.keySet());
        for (BuiltScript script : built) {
            Optional<String> source = sourceOf(script);
            if (source.isPresent()) {
                unbuilt.remove(source.get());
                compare(script, source.get());
            } else if (script.isLeftOver(folders)) {
                differences.add(new SourceDifference(Kind.GONE, script.onDisk()));
            } else {
                files.add(script.location(), script.bytes(), script.origin());
            }
        }
        unbuilt.forEach(location -> differences.add(new SourceDifference(Kind.NEW, onDisk(location))));
    }

    /** Returns the location of the script in the source; two of a library and of the application are two. */
    private Optional<String> sourceOf(BuiltScript script) {
        Optional<RevisionId> id = script.revision().map(Revision::id);
        if (sources.containsKey(script.location())) {
            Optional<RevisionId> there =
                    Optional.ofNullable(revisions.get(script.location())).map(Revision::id);
            if (script.owner().application() || id.equals(there)) {
                return Optional.of(script.location());
            }
        }
        return script.owner().application() && id.isPresent() ? named(id.get()) : Optional.empty();
    }

    private Optional<String> named(RevisionId id) {
        return revisions.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void compare(BuiltScript script, String location) {
        if (!script.location().equals(location)) {
            differences.add(new SourceDifference(Kind.GONE, script.onDisk()));
        }
        ScriptFile source = sources.get(location);
        if (source != null && !source.text().equals(script.text())) {
            differences.add(new SourceDifference(Kind.CHANGED, onDisk(location)));
        }
    }

    private String onDisk(String location) {
        return folders.stream()
                .filter(folder -> folder.has(location))
                .map(folder -> folder.onDisk(location))
                .findFirst()
                .orElse(location);
    }
}
