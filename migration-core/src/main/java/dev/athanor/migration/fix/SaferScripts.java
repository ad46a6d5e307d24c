package dev.athanor.migration.fix;

import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.template.RevisionIds;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes parts as the scripts of revisions, each on top of the one before. The last one has the id of the original, so
 * that revisions above it need no change.
 *
 * @param original the original revision
 * @param ids the ids of the new revisions, in order; the last one is that of the original
 * @param earlier the files of all but the last one
 * @param last the file of the last one
 */
record SaferScripts(RevisionScript original, List<RevisionId> ids, List<ScriptFile> earlier, ScriptFile last) {

    private static final Pattern REVISES = Pattern.compile("(?m)^--\\s*Revises:.*$");
    private static final Pattern UPGRADE = Pattern.compile("(?m)^--\\s*@upgrade\\b.*$");

    SaferScripts {
        ids = List.copyOf(ids);
        earlier = List.copyOf(earlier);
    }

    /**
     * Writes the scripts.
     *
     * @param irreversible the marker of a downgrade section that the original has in place of statements; empty if it
     *     has statements
     */
    static SaferScripts of(RevisionScript original, List<SaferPart> parts, RevisionGraph graph, String irreversible) {
        List<RevisionId> ids = new ArrayList<>();
        List<ScriptFile> earlier = new ArrayList<>();
        SecureRandom random = new SecureRandom();
        String revises = original.revision().downRevisions().stream()
                .map(RevisionId::value)
                .collect(Collectors.joining(", "));
        for (int number = 1; number < parts.size(); number++) {
            RevisionId id = RevisionIds.random(random, graph);
            ids.add(id);
            String header = header(original, number, parts.size(), id, revises);
            earlier.add(new ScriptFile(
                    sibling(original.file().location(), number),
                    header + sections(parts.get(number - 1), irreversible)));
            revises = id.value();
        }
        ids.add(original.id());
        return new SaferScripts(
                original, ids, earlier, last(original, revises, parts.get(parts.size() - 1), irreversible));
    }

    private static String header(RevisionScript original, int number, int all, RevisionId id, String revises) {
        Revision revision = original.revision();
        String subject = original.subject().isEmpty() ? original.id().value() : original.subject();
        List<String> lines = new ArrayList<>();
        lines.add(subject + ", part " + number + " of " + all);
        lines.add("");
        lines.add("Revision ID: " + id);
        lines.add("Revises:" + (revises.isEmpty() ? "" : " " + revises));
        if (number == 1 && !revision.dependsOn().isEmpty()) {
            lines.add("Depends on: "
                    + revision.dependsOn().stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        if (original.createDate() != null) {
            lines.add("Create Date: " + original.createDate());
        }
        return lines.stream().map(line -> ("-- " + line).stripTrailing()).collect(Collectors.joining("\n")) + "\n\n";
    }

    private static String sibling(String location, int number) {
        return location.replaceFirst("\\.sql$", "") + "_part" + number + ".sql";
    }

    /** Returns the file of the original with its header, another down revision and other sections. */
    private static ScriptFile last(RevisionScript original, String revises, SaferPart part, String irreversible) {
        String text = original.file().text();
        Matcher marker = UPGRADE.matcher(text);
        String header = marker.find() ? text.substring(0, marker.start()) : "";
        String line = "-- Revises:" + (revises.isEmpty() ? "" : " " + revises);
        String moved = REVISES.matcher(header).replaceFirst(Matcher.quoteReplacement(line));
        return new ScriptFile(original.file().location(), moved + sections(part, irreversible));
    }

    private static String sections(SaferPart part, String irreversible) {
        String down = irreversible.isEmpty() ? part.downgradeOptions() : irreversible;
        Stream<String> back = irreversible.isEmpty() ? part.downgrade().stream() : Stream.empty();
        return "-- @upgrade" + part.upgradeOptions() + "\n" + String.join("\n\n", part.upgrade()) + "\n\n-- @downgrade"
                + down + "\n" + back.map(statement -> statement + "\n").collect(Collectors.joining("\n"));
    }
}
