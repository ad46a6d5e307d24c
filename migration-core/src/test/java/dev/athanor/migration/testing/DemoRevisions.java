package dev.athanor.migration.testing;

import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.source.FolderSource;
import dev.athanor.migration.source.RevisionSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The demo's revisions as far as they are scripts: those that stand on one in Java are left out. */
public final class DemoRevisions {

    private static final Pattern ID = Pattern.compile("(?m)^-- Revision ID: *(\\w+)");
    private static final Pattern REVISES = Pattern.compile("(?m)^-- Revises: *([^\\n]*)$");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private DemoRevisions() {}

    /** Them as a source. */
    public static RevisionSource scripts() {
        List<ScriptFile> files =
                new FolderSource(Path.of("..", "demo-app", "src", "main", "resources", "db", "revisions")).read();
        return () -> standing(files);
    }

    private static List<ScriptFile> standing(List<ScriptFile> files) {
        List<ScriptFile> left = new ArrayList<>(files);
        while (left.removeIf(file -> !ids(ID, left).containsAll(ids(REVISES, List.of(file))))) {}
        return left;
    }

    private static Set<String> ids(Pattern key, List<ScriptFile> files) {
        Set<String> ids = new HashSet<>();
        for (ScriptFile file : files) {
            key.matcher(file.text())
                    .results()
                    .findFirst()
                    .map(found -> found.group(1))
                    .ifPresent(value -> WORD.matcher(value)
                            .results()
                            .map(MatchResult::group)
                            .forEach(ids::add));
        }
        return ids;
    }
}
