package dev.athanor.migration.source;

import dev.athanor.migration.script.ScriptFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Parses locations as they are written in the configuration: {@code classpath:db/revisions}, {@code file:./db} (or
 * {@code filesystem:}), or without a prefix for a folder on the class path.
 *
 * @since 0.1.0
 */
public final class RevisionSources {

    private RevisionSources() {}

    /**
     * Returns the sources of several locations as one, in the given order. A file that two locations reach is read
     * once.
     */
    public static RevisionSource parse(List<String> locations, ClassLoader loader) {
        return parse(locations, loader, MissingLocations.FAIL);
    }

    /** Returns the sources of several locations as one, and either fails for a missing location or ignores it. */
    public static RevisionSource parse(List<String> locations, ClassLoader loader, MissingLocations missing) {
        return parse(locations, loader, missing, DevelopmentFolders.NONE);
    }

    /** Returns the same source with folders of the source beside what was built from them. */
    public static RevisionSource parse(
            List<String> locations, ClassLoader loader, MissingLocations missing, DevelopmentFolders development) {
        List<RevisionSource> sources =
                locations.stream().map(location -> parse(location, loader)).toList();
        return new Several(development.beside(sources), missing);
    }

    private record Several(List<RevisionSource> sources, MissingLocations missing) implements RevisionSource {

        @Override
        public List<ScriptFile> read() {
            Set<ScriptFile> files = new LinkedHashSet<>();
            sources.forEach(source -> files.addAll(read(source)));
            return List.copyOf(files);
        }

        private List<ScriptFile> read(RevisionSource source) {
            try {
                return source.read();
            } catch (MissingLocationException e) {
                if (missing == MissingLocations.FAIL) {
                    throw e;
                }
                return List.of();
            }
        }

        @Override
        public List<SearchedPlace> places() {
            return sources.stream().flatMap(source -> source.places().stream()).toList();
        }

        @Override
        public List<LeftOver> leftOvers() {
            return sources.stream()
                    .flatMap(source -> source.leftOvers().stream())
                    .distinct()
                    .toList();
        }

        @Override
        public List<String> verdicts() {
            return sources.stream()
                    .flatMap(source -> source.verdicts().stream())
                    .distinct()
                    .toList();
        }
    }

    /**
     * Returns the source of one location.
     *
     * @throws SourceException if the text is not a location
     */
    public static RevisionSource parse(String location, ClassLoader loader) {
        String trimmed = location.strip();
        int colon = trimmed.indexOf(':');
        String prefix = colon < 0 ? "" : trimmed.substring(0, colon);
        String path = trimmed.substring(colon + 1);
        if (path.contains("*")) {
            throw new SourceException(
                    "Location " + trimmed + " contains '*'.",
                    "Name the folder only: every *.sql file in it and in the folders below it is read.");
        }
        return switch (prefix) {
            case "classpath", "classpath*" -> new ClasspathSource(loader, path);
            case "" -> bare(path, loader);
            case "file", "filesystem" -> new FolderSource(folder(trimmed, path));
            default -> throw unknown(trimmed, prefix);
        };
    }

    private static SourceException unknown(String location, String prefix) {
        return new SourceException(
                "Location " + location + " begins with neither classpath: nor file:.",
                prefix.length() == 1 ? "Write file:" + location + "." : "Write classpath:<folder> or file:<folder>.");
    }

    private static RevisionSource bare(String path, ClassLoader loader) {
        if (path.startsWith(".") || path.startsWith("~")) {
            throw new SourceException(
                    "Location " + path + " has no prefix, and would be looked for on the class path.",
                    "Write file:" + path + " for a folder.");
        }
        return new ClasspathSource(loader, path);
    }

    private static Path folder(String location, String path) {
        if (path.isEmpty()) {
            throw new SourceException(
                    "Location " + location + " names no folder.", "Name one, such as file:./db/revisions.");
        }
        String plain = path.startsWith("//") ? path.substring(2) : path;
        try {
            return Path.of(plain.matches("/[A-Za-z]:.*") ? plain.substring(1) : plain);
        } catch (InvalidPathException malformed) {
            throw new SourceException(
                    "Location " + location + " is not a path: " + malformed.getReason() + ".",
                    "Write file:<folder>, such as file:./db/revisions.",
                    malformed);
        }
    }
}
