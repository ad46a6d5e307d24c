package dev.athanor.migration.lint;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.script.Spelling;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reports a name that is not the id of a rule.
 *
 * @since 0.1.0
 */
public final class UnknownRuleException extends MigrationException {

    private static final long serialVersionUID = 1L;

    UnknownRuleException(String name) {
        super(problem(name), action(name));
    }

    static String problem(String name) {
        return "Lint has no rule `" + name + "`.";
    }

    static String action(String name) {
        String nearest = Stream.of(LintRule.values())
                .map(LintRule::id)
                .min(Comparator.comparingInt(id -> Spelling.distance(name, id)))
                .orElseThrow();
        return "The nearest rule is `" + nearest + "`. The rules are "
                + Stream.of(LintRule.values()).map(LintRule::id).sorted().collect(Collectors.joining(", ")) + ".";
    }
}
