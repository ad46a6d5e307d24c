package dev.athanor.migration.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects the findings of those rules that apply. */
final class Findings {

    private final Set<LintRule> rules;
    private final List<LintFinding> found = new ArrayList<>();

    Findings(Set<LintRule> rules) {
        this.rules = rules;
    }

    /** Adds a finding about a relation. */
    void add(LintRule rule, Observation seen, Catalog.Relation relation, String message) {
        String kind = Tracer.traced(relation, seen.before(), seen.context().existing())
                .kind()
                .words();
        add(rule, seen, subject(seen, kind + " " + seen.show(relation), relation), message);
    }

    /** Adds a finding about a column. */
    void add(LintRule rule, Observation seen, Catalog.Relation table, Catalog.Column column, String message) {
        add(rule, seen, subject(seen, "column " + seen.show(table) + "." + column.name(), table), message);
    }

    /** Adds a finding about any object. */
    void add(LintRule rule, Observation seen, LintFinding.Subject subject, String message) {
        add(rule, seen, subject, message, rule.safeWay());
    }

    /** Adds a finding whose safe way is another one than that of its rule. */
    void add(LintRule rule, Observation seen, LintFinding.Subject subject, String message, String safeWay) {
        if (!rules.contains(rule)) {
            return;
        }
        StatementPlace place = seen.trace().place();
        boolean known = found.stream()
                .anyMatch(each -> each.rule() == rule
                        && each.place().equals(place)
                        && each.subject().equals(subject));
        if (!known) {
            found.add(new LintFinding(
                    rule, rule.severity(), place, subject, message, safeWay, Optional.empty(), Optional.empty()));
        }
    }

    static LintFinding.Subject subject(Observation seen, String text, Catalog.Relation... relations) {
        return new LintFinding.Subject(
                text, Stream.of(relations).map(seen::traced).toList());
    }

    List<LintFinding> found() {
        return List.copyOf(found);
    }
}
