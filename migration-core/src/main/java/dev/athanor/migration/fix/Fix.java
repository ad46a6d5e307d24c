package dev.athanor.migration.fix;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.lint.LintFinding;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptFile;
import java.util.List;

/**
 * Holds the safer revisions that take the place of one. They are proven: they end in the same schema, and each of them
 * can be downgraded as the original can.
 *
 * @param script the original revision, whose id the last of the new ones keeps
 * @param earlier the files of the revisions before the last one, in order
 * @param last the file of the last one, in place of the original
 * @param fixed the findings that are resolved
 * @param rest the findings that remain, worst first
 * @since 0.1.0
 */
public record Fix(
        RevisionScript script,
        List<ScriptFile> earlier,
        ScriptFile last,
        List<LintFinding> fixed,
        List<LintFinding> rest) {

    public Fix {
        earlier = List.copyOf(earlier);
        fixed = List.copyOf(fixed);
        rest = List.copyOf(rest);
    }

    /** Returns the id of the revision. */
    public RevisionId revision() {
        return script.id();
    }
}
