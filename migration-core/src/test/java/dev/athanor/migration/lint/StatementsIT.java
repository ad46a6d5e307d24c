package dev.athanor.migration.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptParser;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests every finding on a table of statements. All cases run in one throw-away database, in which each case meets the
 * same schema; those that fail run in a throw-away database of their own.
 */
@ExtendWith(PostgresExtension.class)
class StatementsIT {

    private static final String RESET = """
            DO $reset$
            DECLARE one record;
            BEGIN
                FOR one IN SELECT nspname FROM pg_namespace WHERE nspname IN ('archive', 'attic') LOOP
                    EXECUTE format('DROP SCHEMA %I CASCADE', one.nspname);
                END LOOP;
                FOR one IN SELECT relname, CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                        WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind FROM pg_class
                        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
                        AND relname !~ '^migration_'
                        ORDER BY relkind = 'S' LOOP
                    EXECUTE format('DROP %s IF EXISTS %I CASCADE', one.kind, one.relname);
                END LOOP;
                FOR one IN SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace
                        AND typtype IN ('e', 'd') LOOP
                    EXECUTE format('DROP TYPE %I CASCADE', one.typname);
                END LOOP;
                FOR one IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace LOOP
                    EXECUTE format('DROP FUNCTION %s CASCADE', one.name);
                END LOOP;
            END $reset$;
            """;

    private record Case(String server, String setup, String statements, Set<String> expected) {

        static Case of(String line) {
            String[] columns = line.split("\\s*\\|\\s*", 5);
            Set<String> expected = columns[3].equals("-")
                    ? Set.of()
                    : Stream.of(columns[3].split(",\\s*")).collect(Collectors.toSet());
            return new Case(columns[0], columns[1], columns[2], expected);
        }

        boolean runsOn(int version) {
            return server.equals("*") || (version >= 18) == server.equals("18");
        }

        boolean fails() {
            return expected.contains("does-not-run")
                    || expected.contains("enum-value-in-same-transaction")
                    || expected.contains("concurrently-in-transaction");
        }

        String section() {
            if (statements.startsWith("[none] ")) {
                return "-- @upgrade transaction=none\n" + statements.substring(7) + ";\n";
            }
            return statements.startsWith("[batch] ")
                    ? "-- @upgrade batch=100 key=id\n" + statements.substring(8) + ";\n"
                    : "-- @upgrade\n" + statements + ";\n";
        }
    }

    @Test
    void eachStatementHasTheExpectedFindings(TestDatabase database) throws IOException {
        int version = Integer.parseInt(database.texts("SHOW server_version_num").get(0)) / 10_000;
        List<Case> cases = text("statements.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Case::of)
                .filter(each -> each.runsOn(version))
                .toList();
        Map<String, Set<String>> expected = new LinkedHashMap<>();
        cases.forEach(each -> expected.put(each.setup() + " | " + each.statements(), each.expected()));
        assertThat(cases).hasSizeGreaterThan(120);
        assertThat(expected).hasSameSizeAs(cases);

        Map<String, Set<String>> found = new LinkedHashMap<>();
        found.putAll(
                findings(database, cases.stream().filter(each -> !each.fails()).toList()));
        for (Case each : cases.stream().filter(Case::fails).toList()) {
            found.putAll(findings(database, List.of(each)));
        }

        assertThat(lines(found)).containsExactlyElementsOf(lines(expected));
    }

    private static List<String> lines(Map<String, Set<String>> cases) {
        return cases.entrySet().stream()
                .map(each -> each.getKey() + " | "
                        + each.getValue().stream().sorted().collect(Collectors.joining(", ")))
                .sorted()
                .toList();
    }

    private static Map<String, Set<String>> findings(TestDatabase database, List<Case> cases) throws IOException {
        List<ScriptFile> files = new ArrayList<>();
        Map<RevisionId, Case> looked = new LinkedHashMap<>();
        String schema = text("schema.sql");
        String before = "";
        for (int number = 0; number < cases.size(); number++) {
            Case each = cases.get(number);
            String setup = "s" + number;
            String id = "c" + number;
            String upgrade = RESET + schema + each.setup() + ";\n";
            files.add(new ScriptFile(setup + ".sql", Scripts.header(setup, before) + "-- @upgrade\n" + upgrade));
            files.add(new ScriptFile(id + ".sql", Scripts.header(id, setup) + each.section()));
            looked.put(new RevisionId(id), each);
            before = id;
        }
        ScriptDirectory scripts = ScriptDirectory.of(new ScriptParser(Placeholders.none()).parse(files));
        LintReport report = new Linter(scripts, Tables.defaults(), RunSettings.defaults(), Placeholders.none())
                .lint(
                        database.dataSource(),
                        LintSettings.defaults()
                                .withScope(new LintScope.Revisions(looked.keySet()))
                                .on(List.of(LintRule.values())));
        Map<String, Set<String>> found = new LinkedHashMap<>();
        looked.forEach((id, each) -> found.put(
                each.setup() + " | " + each.statements(),
                report.of(id).stream()
                        .map(finding -> finding.rule().id())
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
        return found;
    }

    static String text(String name) throws IOException {
        try (InputStream file = StatementsIT.class.getResourceAsStream("/lint/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
