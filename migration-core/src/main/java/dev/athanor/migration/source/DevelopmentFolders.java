package dev.athanor.migration.source;

import dev.athanor.migration.script.ScriptFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Folders of the source that are read beside what was built from them, so that a script counts before it is built.
 *
 * @param folders a folder that does not exist counts as one without scripts
 * @param choice who chose them
 * @param told told of what differs, each time that scripts are read and something does
 * @since 0.1.0
 */
public record DevelopmentFolders(List<Path> folders, Choice choice, Consumer<List<SourceDifference>> told) {

    /** Names no folders, so that only the build is read. */
    public static final DevelopmentFolders NONE = new DevelopmentFolders(List.of(), Choice.FOUND, differences -> {});

    /** Tells who chose the folders. */
    public enum Choice {
        /**
         * Were found: a folder that no location on the class path is built from, or that belongs to another build, is
         * not read.
         */
        FOUND,
        /** Were named by the user: each folder is read. */
        NAMED
    }

    public DevelopmentFolders {
        folders = List.copyOf(folders);
    }

    /** Returns the sources with the folders beside those that are built from them, and behind them the other folders. */
    List<RevisionSource> beside(List<RevisionSource> sources) {
        List<Path> further = new ArrayList<>(choice == Choice.NAMED ? folders : List.of());
        List<RevisionSource> all = new ArrayList<>();
        for (RevisionSource source : sources) {
            List<SourceFolder> origins = source instanceof ClasspathSource built ? origins(built) : List.of();
            origins.forEach(origin -> further.remove(origin.path()));
            further.removeIf(folder -> source instanceof FolderSource read && read.reads(folder));
            all.add(origins.isEmpty() ? source : new DevelopedSource((ClasspathSource) source, origins, this));
        }
        further.forEach(folder -> all.add(new OptionalFolder(new FolderSource(folder))));
        return all;
    }

    private List<SourceFolder> origins(ClasspathSource built) {
        return folders.stream()
                .map(folder -> SourceFolder.of(folder, built.folder()))
                .flatMap(Optional::stream)
                .toList();
    }

    private record OptionalFolder(FolderSource folder) implements RevisionSource {

        @Override
        public List<ScriptFile> read() {
            return folder.exists() ? folder.read() : List.of();
        }

        @Override
        public List<String> verdicts() {
            return folder.verdicts();
        }

        @Override
        public List<SearchedPlace> places() {
            return folder.places();
        }
    }
}
