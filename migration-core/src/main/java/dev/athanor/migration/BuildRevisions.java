package dev.athanor.migration;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.history.HeadMark;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.RegisteredRevision;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.RevisionsDigest;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptProblem;
import dev.athanor.migration.script.VerifiedRevisions;
import dev.athanor.migration.source.LeftOver;
import dev.athanor.migration.source.RevisionSource;
import dev.athanor.migration.source.SearchedPlace;
import dev.athanor.migration.standing.BuildScripts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the revisions of a build. Several {@link Migrations} can share one value: the files are then read once, and
 * parsed only if more than their digest is needed.
 *
 * <p>Immutable to callers and thread-safe. The files are read when they are first needed; after a failed read, they are
 * read again at the next call.
 *
 * @since 0.1.0
 */
public final class BuildRevisions implements BuildScripts {

    private final List<RevisionSource> sources;
    private final List<RegisteredRevision> inJava;
    private final Placeholders placeholders;
    private @Nullable List<ScriptFile> unparsed;
    private @Nullable String digest;
    private volatile @Nullable ScriptDirectory directory;
    private volatile @Nullable CurrentHeads heads;

    private BuildRevisions(List<RevisionSource> sources, List<RegisteredRevision> inJava, Placeholders placeholders) {
        this.sources = sources;
        this.inJava = inJava;
        this.placeholders = placeholders;
    }

    /** Creates a builder for the revisions of a build. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public ScriptDirectory directory() {
        ScriptDirectory known = directory;
        return known == null ? parse() : known;
    }

    private synchronized ScriptDirectory parse() {
        ScriptDirectory parsed = directory;
        if (parsed == null) {
            List<ScriptFile> files = unparsed == null ? read() : unparsed;
            String ofThese = digest;
            unparsed = null;
            digest = null;
            parsed = parse(files);
            directory = parsed;
            digest = ofThese;
        }
        return parsed;
    }

    @Override
    public ScriptDirectory readAgain() {
        return parse(read());
    }

    private List<ScriptFile> read() {
        return sources.stream().flatMap(source -> source.read().stream()).toList();
    }

    private ScriptDirectory parse(List<ScriptFile> files) {
        try {
            return ScriptDirectory.parse(files, inJava, placeholders);
        } catch (InvalidScriptException e) {
            throw blame(leftOvers(), files, e);
        }
    }

    /** Names leftovers of an earlier build as the cause, if nothing else is wrong. */
    private InvalidScriptException blame(
            List<LeftOver> leftOvers, List<ScriptFile> files, InvalidScriptException failure) {
        List<ScriptFile> rest = new ArrayList<>(files);
        if (!rest.removeAll(leftOvers.stream().map(LeftOver::script).toList())) {
            return failure;
        }
        try {
            ScriptDirectory.parse(rest, inJava, placeholders);
        } catch (InvalidScriptException e) {
            return failure;
        }
        String action = "Build the application from clean, for example with `mvn clean package`.";
        List<ScriptProblem> problems = leftOvers.stream()
                .map(leftOver -> new ScriptProblem(
                        leftOver.script().location(),
                        1,
                        "The source has this script no more, since it was renamed or deleted: " + leftOver.file()
                                + " is what an earlier build has left of it.",
                        action))
                .toList();
        InvalidScriptException explained = new InvalidScriptException(problems, action);
        explained.addSuppressed(failure);
        return explained;
    }

    /** Returns what an earlier build has left of scripts that the project's sources have no more. */
    List<LeftOver> leftOvers() {
        return sources.stream().flatMap(source -> source.leftOvers().stream()).toList();
    }

    /** Returns the values of the placeholders in the scripts. */
    public Placeholders placeholders() {
        return placeholders;
    }

    /** Returns the mark of a database that these revisions have brought to head. */
    HeadMark mark() {
        return new HeadMark(digest(), this::heads);
    }

    private synchronized String digest() {
        String known = digest;
        if (known == null) {
            List<ScriptFile> files = read();
            known = RevisionsDigest.of(files, inJava, placeholders);
            unparsed = directory == null ? files : null;
            digest = known;
        }
        return known;
    }

    /** Returns the rows of the version table once every revision is applied. */
    CurrentHeads heads() {
        CurrentHeads known = heads;
        if (known == null) {
            known = CurrentHeads.of(directory().graph().realHeads());
            heads = known;
        }
        return known;
    }

    /** Returns the results of {@code verify} that are stored beside the scripts. */
    VerifiedRevisions verified() {
        return VerifiedRevisions.parse(
                sources.stream().flatMap(source -> source.verdicts().stream()).toList());
    }

    @Override
    public List<SearchedPlace> places() {
        return sources.stream().flatMap(source -> source.places().stream()).toList();
    }

    /** Builds the revisions of a build. */
    public static final class Builder {

        private final List<RevisionSource> sources = new ArrayList<>();
        private final List<RegisteredRevision> inJava = new ArrayList<>();
        private Placeholders placeholders = Placeholders.none();

        private Builder() {}

        /** Adds places that hold revisions. The order of the places is the load order, which settles ties. */
        public Builder sources(List<? extends RevisionSource> places) {
            sources.addAll(places);
            return this;
        }

        /** Adds a revision in Java. */
        public Builder revision(JavaRevision revision) {
            return revisions(List.of(RegisteredRevision.of(revision)));
        }

        /** Adds revisions in Java, which are instantiated when they are about to run. */
        public Builder revisions(List<RegisteredRevision> registered) {
            inJava.addAll(registered);
            return this;
        }

        /** Sets the values of <code>${name}</code> in scripts. */
        public Builder placeholders(Placeholders values) {
            placeholders = values;
            return this;
        }

        boolean isEmpty() {
            return Stream.concat(sources.stream(), inJava.stream()).findAny().isEmpty();
        }

        /** Returns the revisions, without reading any file yet. */
        public BuildRevisions build() {
            return new BuildRevisions(List.copyOf(sources), List.copyOf(inJava), placeholders);
        }
    }
}
