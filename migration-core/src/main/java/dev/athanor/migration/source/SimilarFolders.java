package dev.athanor.migration.source;

import dev.athanor.migration.script.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the folder that was probably meant instead of one that does not exist. */
final class SimilarFolders {

    /** Limits the depth of the search below the folder in which it begins. */
    private static final int DEPTH = 4;

    private SimilarFolders() {}

    /** Returns the name that is most similar to the wanted one, unless they have less than half in common. */
    static Optional<String> nearest(String wanted, Collection<String> names) {
        return names.stream()
                .filter(name -> !name.equals(wanted))
                .min(Comparator.comparingInt((String name) -> Spelling.distance(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> Spelling.distance(wanted, name) * 2 <= Math.max(wanted.length(), name.length()));
    }

    /** Returns the folders below a folder that hold scripts, as relative paths with slashes. */
    static Collection<String> withScripts(Path folder) throws IOException {
        Collection<String> found = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> paths = Files.find(folder, DEPTH, (path, attributes) -> attributes.isRegularFile())) {
            paths.filter(path -> ScriptFiles.isScript(path.getFileName().toString()))
                    .map(path -> folder.relativize(path.getParent()).toString().replace('\\', '/'))
                    .filter(Predicate.not(String::isEmpty))
                    .forEach(found::add);
        }
        return found;
    }
}
