package dev.athanor.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests the findings of a table of statements. Those that fail run in a throw-away database of their own. */
@ExtendWith(PostgresExtension.class)
class StatementsIT {

    private static final Set<String> FAILURES =
            Set.of("does-not-run", "enum-value-in-same-transaction", "concurrently-in-transaction");

    private record Row(String server, String setup, String statements, Set<String> expected) {

        static Row of(String line) {
            String[] columns = line.split("\\s*\\|\\s*", 5);
            Set<String> expected = columns[3].equals("-")
                    ? Set.of()
                    : Stream.of(columns[3].split(",\\s*")).collect(Collectors.toSet());
            return new Row(columns[0], columns[1], columns[2], expected);
        }

        boolean runsOn(int version) {
            return server.equals("*") || (version >= 18) == server.equals("18");
        }

        boolean fails() {
            return expected.stream().anyMatch(FAILURES::contains);
        }

        LintCases.Case asCase() {
            if (statements.startsWith("[none] ")) {
                return new LintCases.Case(setup, "-- @upgrade transaction=none\n" + statements.substring(7) + ";\n");
            }
            return statements.startsWith("[batch] ")
                    ? new LintCases.Case(setup, "-- @upgrade batch=100 key=id\n" + statements.substring(8) + ";\n")
                    : new LintCases.Case(setup, "-- @upgrade\n" + statements + ";\n");
        }

        String line(Set<String> rules) {
            return setup + " | " + statements + " | " + rules.stream().sorted().collect(Collectors.joining(", "));
        }
    }

    @Test
    void eachStatementHasTheExpectedFindings(TestDatabase database) {
        int version = Integer.parseInt(database.texts("SHOW server_version_num").get(0)) / 10_000;
        List<Row> rows = LintCases.text("statements.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Row::of)
                .filter(row -> row.runsOn(version))
                .toList();
        assertThat(rows).hasSizeGreaterThan(160);

        Map<LintCases.Case, List<LintFinding>> found = new HashMap<>(LintCases.findings(
                database,
                rows.stream().filter(row -> !row.fails()).map(Row::asCase).toList()));
        rows.stream()
                .filter(Row::fails)
                .forEach(row -> found.putAll(LintCases.findings(database, List.of(row.asCase()))));

        assertThat(rows.stream().map(row -> row.line(rules(found.get(row.asCase())))))
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.line(row.expected())).toList());
    }

    private static Set<String> rules(List<LintFinding> findings) {
        return findings.stream().map(finding -> finding.rule().id()).collect(Collectors.toSet());
    }
}
