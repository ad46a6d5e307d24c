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
 * What {@code verify} found out, as a file beside the revisions keeps it: a line a revision, with the checksum of the script
 * that was tried. Once the script has changed, its line is void.
 *
 * @param verdicts by revision
 * @since 0.1.0
 */
public record VerifiedRevisions(SortedMap<RevisionId, Verdict> verdicts) {

    /** Nothing was verified, or nobody wrote it down. */
    public static final VerifiedRevisions NONE = new VerifiedRevisions(new TreeMap<>());

    private static final String HEADING = """
            # Written by `migration verify`, and kept with the revisions: which downgrades give back the schema.
            # A line counts as long as the checksum is that of its revision. Void lines do no harm.
            """;

    private static final int WORDS = 3;

    /** What came out, and for which script. */
    public record Verdict(Proof proof, Checksum checksum) {}

    public VerifiedRevisions {
        verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
    }

    /** Reads such files; lines that are none, such as those of a conflict, say nothing. Later ones win. */
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

    /** The outcome for this script as it is now; empty where it was not verified, or has changed since. */
    public Optional<Proof> proof(RevisionScript script) {
        return Optional.ofNullable(verdicts.get(script.id()))
                .filter(verdict -> verdict.checksum().equals(script.checksum()))
                .map(Verdict::proof);
    }

    /** With another outcome for a script. */
    public VerifiedRevisions with(RevisionScript script, Proof proof) {
        SortedMap<RevisionId, Verdict> more = new TreeMap<>(verdicts);
        more.put(script.id(), new Verdict(proof, script.checksum()));
        return new VerifiedRevisions(more);
    }

    /** Without what is void. */
    public VerifiedRevisions of(ScriptDirectory scripts) {
        SortedMap<RevisionId, Verdict> valid = new TreeMap<>(verdicts);
        valid.keySet().removeIf(id -> scripts.find(id).flatMap(this::proof).isEmpty());
        return new VerifiedRevisions(valid);
    }

    /** The text of such a file, sorted by id, so that two developers' lines merge. */
    public String text() {
        return verdicts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().proof().word() + " "
                        + entry.getValue().checksum() + "\n")
                .collect(Collectors.joining("", HEADING, ""));
    }
}
