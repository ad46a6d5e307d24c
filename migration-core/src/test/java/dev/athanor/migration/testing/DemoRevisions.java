package dev.athanor.migration.testing;

import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.source.FolderSource;
import dev.athanor.migration.source.RevisionSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The demo's revisions; the one in Java, which only the demo can compile, as what it does to the schema. */
public final class DemoRevisions implements RevisionSource {

    private static final Path FOLDER = Path.of("..", "demo-app", "src", "main", "resources", "db", "revisions");

    private static final String IN_JAVA = Scripts.header("7c41d9e02b58", "e5207bc81f96")
            + "-- @upgrade\nALTER TABLE projects ADD COLUMN slug varchar(80) NOT NULL;\n\n"
            + "-- @downgrade\nALTER TABLE projects DROP COLUMN slug;\n";

    @Override
    public List<ScriptFile> read() {
        List<ScriptFile> files = new ArrayList<>(new FolderSource(FOLDER).read());
        files.add(new ScriptFile("GiveProjectsASlug.sql", IN_JAVA));
        return files;
    }
}
