package dev.athanor.migration.script;

import dev.athanor.migration.graph.InvalidGraphException;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.revision.RegisteredRevision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Holds every revision script and the graph that they form (station 3).
 *
 * @since 0.1.0
 */
public final class ScriptDirectory {

    private final RevisionGraph graph;
    private final Map<RevisionId, RevisionScript> scripts;

    private ScriptDirectory(RevisionGraph graph, Map<RevisionId, RevisionScript> scripts) {
        this.graph = graph;
        this.scripts = scripts;
    }

    /** Creates a directory from the scripts, which must be in load order. */
    public static ScriptDirectory of(List<RevisionScript> scripts) {
        RevisionGraph graph =
                RevisionGraph.of(scripts.stream().map(RevisionScript::revision).toList());
        Map<RevisionId, RevisionScript> byId = new LinkedHashMap<>();
        scripts.forEach(script -> byId.put(script.id(), script));
        return new ScriptDirectory(graph, byId);
    }

    /**
     * Parses the files and assembles their graph.
     *
     * @throws InvalidScriptException if a file or the graph has problems; holds all of them
     */
    public static ScriptDirectory parse(List<ScriptFile> files, Placeholders placeholders) {
        return parse(files, List.of(), placeholders);
    }

    /**
     * Parses the files, reads the headers of the revisions in Java, and assembles their graph.
     *
     * @throws InvalidScriptException if a file, a header or the graph has problems; holds all of them
     */
    public static ScriptDirectory parse(
            List<ScriptFile> files, List<RegisteredRevision> inJava, Placeholders placeholders) {
        ScriptParser parser = new ScriptParser(placeholders);
        List<ScriptProblem> problems = new ArrayList<>();
        List<RevisionScript> scripts = new ArrayList<>();
        files.forEach(file -> read(() -> parser.parse(file), scripts, problems));
        inJava.forEach(revision -> read(() -> JavaScriptReader.read(revision), scripts, problems));
        return assemble(scripts, problems);
    }

    /**
     * Returns these scripts and those of the files. A file takes the place of the script that has its revision or its
     * location.
     *
     * @throws InvalidScriptException with every problem of every file and of the graph
     */
    public ScriptDirectory with(List<ScriptFile> files, Placeholders placeholders) {
        ScriptParser parser = new ScriptParser(placeholders);
        List<ScriptProblem> problems = new ArrayList<>();
        List<RevisionScript> read = new ArrayList<>();
        files.forEach(file -> read(() -> parser.parse(file), read, problems));
        Map<RevisionId, RevisionScript> byId = new LinkedHashMap<>();
        read.forEach(script -> byId.putIfAbsent(script.id(), script));
        List<String> locations = files.stream().map(ScriptFile::location).toList();
        List<RevisionScript> all = new ArrayList<>();
        for (RevisionScript known : scripts.values()) {
            RevisionScript instead = byId.get(known.id());
            if (instead != null) {
                all.add(instead);
            } else if (!locations.contains(known.file().location())) {
                all.add(known);
            }
        }
        read.stream()
                .filter(script -> !scripts.containsKey(script.id()) || byId.get(script.id()) != script)
                .forEach(all::add);
        return assemble(all, problems);
    }

    private static void read(
            Supplier<RevisionScript> reading, List<RevisionScript> scripts, List<ScriptProblem> problems) {
        try {
            scripts.add(reading.get());
        } catch (InvalidScriptException e) {
            problems.addAll(e.problems());
        }
    }

    private static ScriptDirectory assemble(List<RevisionScript> scripts, List<ScriptProblem> problems) {
        boolean allRead = problems.isEmpty();
        List<ScriptProblem> all = new ArrayList<>(problems);
        try {
            ScriptDirectory directory = of(scripts);
            if (allRead) {
                return directory;
            }
        } catch (InvalidGraphException e) {
            GraphFaults faults = new GraphFaults(scripts);
            e.problems().stream()
                    .filter(problem -> allRead || !GraphFaults.mayFollowFromOthers(problem))
                    .map(faults::of)
                    .forEach(all::add);
        }
        scripts.stream().flatMap(script -> script.problems().stream()).forEach(all::add);
        throw new InvalidScriptException(all);
    }

    /** Returns the graph. */
    public RevisionGraph graph() {
        return graph;
    }

    /** Returns the script of a revision, if there is one. */
    public Optional<RevisionScript> find(RevisionId id) {
        return Optional.ofNullable(scripts.get(id));
    }

    /** Returns the script of a revision that the graph contains. */
    public RevisionScript script(RevisionId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("Not in the graph: " + id));
    }

    /** Returns all scripts, in load order. */
    public List<RevisionScript> scripts() {
        return List.copyOf(scripts.values());
    }
}
