package dev.athanor.migration.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the scripts below a folder. Links are followed, hidden folders are not entered: Kubernetes mounts a ConfigMap
 * as links into a hidden folder.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Map<String, Found> found = new TreeMap<>();

    private record Found(Path path, @Nullable Object key) {}

    private FolderWalk(Path root) {
        this.root = root;
    }

    /** Adds each script once, with its path below the folder. */
    static void addScripts(Path folder, String location, ScriptFiles files) throws IOException {
        FolderWalk walk = new FolderWalk(folder);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        Set<Object> seen = new HashSet<>();
        for (Map.Entry<String, Found> entry : walk.found.entrySet()) {
            Found file = entry.getValue();
            if (file.key == null || seen.add(file.key)) {
                files.add(location + "/" + entry.getKey(), Files.readAllBytes(file.path), () -> file.path
                        .toUri()
                        .toString());
            }
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean hidden = !folder.equals(root) && folder.getFileName().toString().startsWith(".");
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String path = root.relativize(file).toString().replace('\\', '/');
        if (ScriptFiles.isScript(path)) {
            found.put(path, new Found(file, attributes.fileKey()));
        }
        return FileVisitResult.CONTINUE;
    }
}
