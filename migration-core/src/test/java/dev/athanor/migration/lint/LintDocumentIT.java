package dev.athanor.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that docs/lint.md describes each rule as the rule describes itself, and that each example has the finding. */
@ExtendWith(PostgresExtension.class)
class LintDocumentIT {

    private static final Pattern EXAMPLE = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);
    private static final Set<LintRule> FAILURES = Set.of(
            LintRule.DOES_NOT_RUN, LintRule.ENUM_VALUE_IN_SAME_TRANSACTION, LintRule.CONCURRENTLY_IN_TRANSACTION);

    @Test
    void eachRuleHasASectionWithItsOwnWords() throws IOException {
        Map<LintRule, String> sections = sections();

        for (LintRule rule : LintRule.values()) {
            assertThat(sections.get(rule))
                    .as(rule.id())
                    .contains(rule.hazard())
                    .contains("- Severity: " + rule.severity().word()
                            + (rule.isOnByDefault() ? "\n" : ", off by default\n"))
                    .contains("- Measured lock: ")
                    .contains("- Safe way: " + rule.safeWay() + "\n");
        }
        assertThat(sections).hasSize(LintRule.values().length);
    }

    @Test
    void eachExampleHasTheFindingOfItsRule(TestDatabase database) throws IOException {
        database.execute("CREATE SCHEMA billing");
        Map<LintRule, LintCases.Case> cases = new EnumMap<>(LintRule.class);
        sections()
                .forEach(
                        (rule, section) -> cases.put(rule, new LintCases.Case("", "-- @upgrade\n" + example(section))));
        cases.remove(LintRule.DRIFTED_ALREADY);

        Map<LintCases.Case, List<LintFinding>> found = new HashMap<>(LintCases.findings(
                database,
                cases.entrySet().stream()
                        .filter(each -> !FAILURES.contains(each.getKey()))
                        .map(Map.Entry::getValue)
                        .toList()));
        FAILURES.forEach(rule -> found.putAll(LintCases.findings(database, List.of(cases.get(rule)))));

        cases.forEach((rule, example) -> assertThat(found.get(example))
                .as(rule.id())
                .extracting(LintFinding::rule)
                .contains(rule));
    }

    @Test
    void theExampleOfDriftHasItsFinding(TestDatabase database) throws IOException {
        database.execute("CREATE TABLE invoices (id bigint)");
        Scripts scripts = Scripts.none().with("a1", "", example(sections().get(LintRule.DRIFTED_ALREADY)), "");

        LintReport report = TestMigrations.of(database, scripts).lint(LintSettings.defaults());

        assertThat(report.findings()).extracting(LintFinding::rule).containsExactly(LintRule.DRIFTED_ALREADY);
    }

    private static String example(String section) {
        Matcher example = EXAMPLE.matcher(section);
        assertThat(example.find()).as(section).isTrue();
        return example.group(1);
    }

    private static Map<LintRule, String> sections() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "lint.md"));
        return Stream.of(document.substring(document.indexOf("## The rules")).split("\n### "))
                .skip(1)
                .collect(Collectors.toMap(
                        section -> LintRule.of(section.lines().findFirst().orElseThrow()), section -> section));
    }
}
