package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.Allowance;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.VerifiedRevisions;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Revisions in Alembic's words: marks in parentheses, labels among them. */
final class RevisionText {

    private final ScriptDirectory directory;
    private final RevisionGraph graph;
    private final Set<RevisionId> current;
    private final VerifiedRevisions verified;

    /** Marks the current revisions as well. */
    RevisionText(ScriptDirectory directory, Collection<RevisionId> current) {
        this(directory, current, VerifiedRevisions.NONE);
    }

    /** Tells what has been found out of their downgrades, too. */
    RevisionText(ScriptDirectory directory, Collection<RevisionId> current, VerifiedRevisions verified) {
        this.directory = directory;
        this.graph = directory.graph();
        this.current = Set.copyOf(current);
        this.verified = verified;
    }

    /** Returns the id with its marks: {@code ae1027a6acf (networking) (head)}. */
    String marked(RevisionId id) {
        return "@|yellow " + id + "|@" + marks(id);
    }

    private String marks(RevisionId id) {
        List<String> marks = new ArrayList<>(directory.script(id).revision().branchLabels());
        addIf(marks, "head", graph.heads().contains(id));
        addIf(marks, "branchpoint", graph.branchPoints().contains(id));
        addIf(marks, "mergepoint", graph.mergePoints().contains(id));
        addIf(marks, "current", current.contains(id));
        verified.proof(directory.script(id))
                .filter(proof -> proof != Proof.PROVEN)
                .ifPresent(proof -> marks.add(proof.word()));
        return marks.stream().map(mark -> " (" + mark + ")").collect(Collectors.joining());
    }

    private static void addIf(List<String> marks, String mark, boolean wanted) {
        if (wanted) {
            marks.add(mark);
        }
    }

    /** Returns the step that leads to a revision: {@code 1975ea83b712 -> ae1027a6acf (head), add a column}. */
    String step(RevisionId id) {
        Revision revision = directory.script(id).revision();
        String needs = revision.dependsOn().isEmpty() ? "" : " (" + String.join(", ", revision.dependsOn()) + ")";
        return parents(revision) + needs + " -> " + marked(id) + subject(id);
    }

    /** Returns the id with its marks and message. */
    String line(RevisionId id) {
        return marked(id) + subject(id);
    }

    private String subject(RevisionId id) {
        String subject = escape(directory.script(id).subject());
        return subject.isEmpty() ? "" : ", " + subject;
    }

    private static String parents(Revision revision) {
        return revision.downRevisions().isEmpty() ? "<base>" : ids(revision.downRevisions());
    }

    /** Returns the whole header, over several lines. */
    String verbose(RevisionId id) {
        RevisionScript script = directory.script(id);
        Revision revision = script.revision();
        List<String> lines = new ArrayList<>();
        lines.add("Rev: " + marked(id));
        lines.add((revision.downRevisions().size() > 1 ? "Merges: " : "Parent: ") + parents(revision));
        if (!revision.dependsOn().isEmpty()) {
            lines.add("Depends on: " + String.join(", ", revision.dependsOn()));
        }
        if (graph.branchPoints().contains(id)) {
            lines.add("Branches into: " + ids(graph.children(id, EdgeKind.DOWN_REVISIONS)));
        }
        if (script.createDate() != null) {
            lines.add("Create Date: " + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(script.createDate()));
        }
        verified.proof(script).ifPresent(proof -> lines.add("Downgrade: " + proof.word()));
        script.upgrade().allowances().forEach(allowed -> lines.add("Allows: " + allowance(allowed)));
        lines.add("Path: " + escape(script.file().location()));
        lines.add("");
        script.message().lines().forEach(line -> lines.add("    " + escape(line)));
        return String.join("\n", lines) + "\n";
    }

    private static String allowance(Allowance allowed) {
        return escape(allowed.rule() + ": " + allowed.reason());
    }

    private static String ids(Collection<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }

    /** Escapes the text of a script, so that it is not taken for markup and cannot control a terminal. */
    private static String escape(String text) {
        return text.replace("@|", "@ |").replaceAll("\\p{Cntrl}", "?");
    }
}
