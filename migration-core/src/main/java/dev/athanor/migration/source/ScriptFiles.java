package dev.athanor.migration.source;

import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Collects files by location, in the order of their folders and names. */
final class ScriptFiles implements ScriptSink {

    private static final String EXTENSION = ".sql";

    private final Map<String, ScriptFile> files = new TreeMap<>();
    private final List<ScriptProblem> problems = new ArrayList<>();

    /**
     * Returns whether a path below a location is a script: a {@code *.sql} file, with no part of the path hidden by a
     * leading dot.
     */
    static boolean isScript(String path) {
        return path.regionMatches(true, path.length() - EXTENSION.length(), EXTENSION, 0, EXTENSION.length())
                && !path.startsWith(".")
                && !path.contains("/.");
    }

    /** Adds a file; one that is there already, with the same text, is the same file reached twice. */
    @Override
    public void add(String location, byte[] bytes, Supplier<String> origin) {
        String text = Utf8.decode(bytes);
        Utf8.problem(location, bytes, text).ifPresent(problems::add);
        ScriptFile file = new ScriptFile(location, text);
        ScriptFile earlier = files.putIfAbsent(folderByFolder(location), file);
        if (earlier != null && !earlier.equals(file)) {
            files.put(folderByFolder(origin.get()), new ScriptFile(origin.get(), text));
        }
    }

    void clear() {
        files.clear();
        problems.clear();
    }

    List<ScriptFile> sorted() {
        if (!problems.isEmpty()) {
            throw new InvalidScriptException(problems);
        }
        return List.copyOf(files.values());
    }

    private static String folderByFolder(String location) {
        return location.replace('/', '\0');
    }
}
