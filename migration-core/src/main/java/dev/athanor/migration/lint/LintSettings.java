package dev.athanor.migration.lint;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Holds the settings for looking at revisions.
 *
 * @param scope the revisions to look at
 * @param failOn the findings that fail a build
 * @param rules the rules to apply
 * @param shadow any database on the server for throw-away databases, or empty for the server of the target
 * @since 0.1.0
 */
public record LintSettings(LintScope scope, FailOn failOn, Set<LintRule> rules, Optional<DataSource> shadow) {

    public LintSettings {
        rules = Set.copyOf(rules);
    }

    /** Returns the default settings: pending revisions, every rule that is on by default, and failure on errors. */
    public static LintSettings defaults() {
        return new LintSettings(new LintScope.Pending(), FailOn.ERROR, LintRule.onByDefault(), Optional.empty());
    }

    /** Returns these settings with another scope. */
    public LintSettings withScope(LintScope other) {
        return new LintSettings(other, failOn, rules, shadow);
    }

    /** Returns these settings with other findings that fail a build. */
    public LintSettings withFailOn(FailOn other) {
        return new LintSettings(scope, other, rules, shadow);
    }

    /** Returns these settings with more rules. */
    public LintSettings on(Collection<LintRule> more) {
        Set<LintRule> all = EnumSet.noneOf(LintRule.class);
        all.addAll(rules);
        all.addAll(more);
        return new LintSettings(scope, failOn, all, shadow);
    }

    /** Returns these settings without some rules. */
    public LintSettings off(Collection<LintRule> fewer) {
        Set<LintRule> rest = EnumSet.noneOf(LintRule.class);
        rest.addAll(rules);
        rest.removeAll(fewer);
        return new LintSettings(scope, failOn, rest, shadow);
    }

    /** Returns these settings with another server for throw-away databases. */
    public LintSettings withShadow(DataSource server) {
        return new LintSettings(scope, failOn, rules, Optional.of(server));
    }
}
