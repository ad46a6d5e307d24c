package dev.athanor.migration.test;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.lint.LintText;
import java.util.List;

/**
 * What the revisions do to a running system.
 *
 * @param heads where the history of this build ends
 * @since 0.1.0
 */
public record LintCheck(LintReport report, LintSettings settings, List<RevisionId> heads) {

    public LintCheck {
        heads = List.copyOf(heads);
    }

    /** Returns whether a finding is as serious as the settings do not tolerate. */
    public boolean fails() {
        return report.fails(settings);
    }

    /** Returns the findings, and what to do about them. */
    public String text() {
        String accepted = heads.size() == 1 ? heads.get(0).value() : "<revision>";
        return LintText.plain().of(report) + "\n"
                + "Write the statements in the safe way, or accept a finding with a line `-- @allow rule: reason` in its"
                + " section. If these revisions are in production already, override acceptedUpTo() and return \""
                + accepted + "\": then only revisions after that one are looked at.";
    }
}
