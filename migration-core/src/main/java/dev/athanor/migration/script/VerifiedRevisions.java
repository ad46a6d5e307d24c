package dev.athanor.migration.script;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.RevisionId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Holds the results of {@code verify}, as a file next to the revisions keeps them: one line per revision, with the
 * checksum of the script that was tried. A line becomes void once its script has changed.
 *
 * @param verdicts the verdicts by revision
 * @since 0.1.0
 */
public record VerifiedRevisions(SortedMap<RevisionId, Verdict> verdicts) {

    /** Holds no verdicts: nothing was verified, or no result was kept. */
    public static final VerifiedRevisions NONE = new VerifiedRevisions(new TreeMap<>());

    private static final String HEADING = """
            # Written by `migration verify`, and kept with the revisions: which downgrades give back the schema.
            # A line counts as long as the checksum is that of its revision. Void lines do no harm.
            """;

    private static final int WORDS = 3;

    /** Holds the result of {@code verify} and the checksum of the script that was tried. */
    public record Verdict(Proof proof, Checksum checksum) {}

    public VerifiedRevisions {
        verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
    }

    /** Parses such files. Lines that are not verdicts, such as conflict markers, are ignored, and later lines win. */
    public static VerifiedRevisions parse(List<String> texts) {
        SortedMap<RevisionId, Verdict> verdicts = new TreeMap<>();
        texts.stream().flatMap(String::lines).map(String::strip).forEach(line -> add(line, verdicts));
        return new VerifiedRevisions(verdicts);
    }

    private static void add(String line, Map<RevisionId, Verdict> verdicts) {
        String[] words = line.split("\\s+");
        if (words.length == WORDS && !line.startsWith("#")) {
            Proof.of(words[1]).ifPresent(proof -> id(words[0])
                    .ifPresent(id -> verdicts.put(id, new Verdict(proof, new Checksum(words[2])))));
        }
    }

    private static Optional<RevisionId> id(String text) {
        try {
            return Optional.of(new RevisionId(text));
        } catch (MigrationException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the result for this script in its current form; empty if the script was not verified or has changed
     * since.
     */
    public Optional<Proof> proof(RevisionScript script) {
        return Optional.ofNullable(verdicts.get(script.id()))
                .filter(verdict -> verdict.checksum().equals(script.checksum()))
                .map(Verdict::proof);
    }

    /** Returns a copy with another result for a script. */
    public VerifiedRevisions with(RevisionScript script, Proof proof) {
        SortedMap<RevisionId, Verdict> more = new TreeMap<>(verdicts);
        more.put(script.id(), new Verdict(proof, script.checksum()));
        return new VerifiedRevisions(more);
    }

    /** Returns a copy without void verdicts. */
    public VerifiedRevisions of(ScriptDirectory scripts) {
        SortedMap<RevisionId, Verdict> valid = new TreeMap<>(verdicts);
        valid.keySet().removeIf(id -> scripts.find(id).flatMap(this::proof).isEmpty());
        return new VerifiedRevisions(valid);
    }

    /** Returns the text of such a file, sorted by id, so that the lines of two developers merge. */
    public String text() {
        return verdicts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().proof().word() + " "
                        + entry.getValue().checksum() + "\n")
                .collect(Collectors.joining("", HEADING, ""));
    }
}
