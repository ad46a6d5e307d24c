package dev.athanor.migration;

import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.runner.HeadMark;
import dev.athanor.migration.script.RevisionsDigest;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The revisions of this build: their files are read once, and parsed when more is asked for than their digest. */
final class BuildRevisions {

    private final MigrationsBuilder settings;
    private @Nullable List<ScriptFile> files;
    private volatile @Nullable ScriptDirectory directory;
    private volatile @Nullable Heads heads;
    private @Nullable HeadMark mark;

    BuildRevisions(MigrationsBuilder settings) {
        this.settings = settings;
    }

    /**
     * Every revision, and their graph.
     *
     * @throws dev.athanor.migration.error.MigrationException when they are malformed; they are read anew the next time
     */
    ScriptDirectory directory() {
        ScriptDirectory known = directory;
        return known == null ? parse() : known;
    }

    private synchronized ScriptDirectory parse() {
        ScriptDirectory parsed = directory;
        if (parsed == null) {
            List<ScriptFile> unparsed = files == null ? settings.files() : files;
            files = null;
            HeadMark ofThese = mark;
            mark = null;
            parsed = settings.parse(unparsed);
            directory = parsed;
            mark = ofThese;
        }
        return parsed;
    }

    /** What a database is marked with that these revisions have brought to head. */
    synchronized HeadMark mark() {
        if (mark == null) {
            List<ScriptFile> read = settings.files();
            files = directory == null ? read : null;
            mark = new HeadMark(RevisionsDigest.of(read, settings.inJava(), settings.placeholders()), this::heads);
        }
        return mark;
    }

    /** The version table's rows once everything is applied. */
    Heads heads() {
        Heads known = heads;
        if (known == null) {
            known = Heads.of(directory().graph().realHeads());
            heads = known;
        }
        return known;
    }
}
