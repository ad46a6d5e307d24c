package dev.athanor.migration.lint;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.runner.RunSettings;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lints many cases in one throw-away database: before each case, the tables that it names are created anew, with all that
 * depends on them.
 */
final class LintCases {

    /**
     * Represents a case.
     *
     * @param setup the statements before the revision
     * @param section the revision's section, with its marker line
     */
    record Case(String setup, String section) {

        /** Returns those blocks of the schema of which the case names an object. */
        String schema(List<String> blocks) {
            return blocks.stream().filter(this::names).collect(Collectors.joining("\n"));
        }

        private boolean names(String block) {
            Matcher made = MADE.matcher(block);
            String text = setup + section;
            while (made.find()) {
                if (Pattern.compile("\\b" + made.group(1)).matcher(text).find()) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final Pattern MADE = Pattern.compile("(?m)^CREATE (?:UNIQUE )?(?:MATERIALIZED )?[A-Z]+ (\\w+)");

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
                        AND relname !~ '^migration_' ORDER BY relkind = 'S' LOOP
                    EXECUTE format('DROP %s IF EXISTS %I CASCADE', one.kind, one.relname);
                END LOOP;
                FOR one IN SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace
                        AND typtype IN ('e', 'd') LOOP
                    EXECUTE format('DROP TYPE %I CASCADE', one.typname);
                END LOOP;
                FOR one IN SELECT oid::regprocedure AS name FROM pg_proc
                        WHERE pronamespace = 'public'::regnamespace LOOP
                    EXECUTE format('DROP FUNCTION %s CASCADE', one.name);
                END LOOP;
            END $reset$;
            """;

    private LintCases() {}

    /** Returns the findings of each case, with all rules on. */
    static Map<Case, List<LintFinding>> findings(TestDatabase database, List<Case> cases) {
        List<String> blocks = Stream.of(text("schema.sql").split("\n\n")).toList();
        List<ScriptFile> files = new ArrayList<>();
        Map<RevisionId, Case> looked = new LinkedHashMap<>();
        String before = "";
        for (int number = 0; number < cases.size(); number++) {
            Case each = cases.get(number);
            String setup = "s" + number;
            String id = "c" + number;
            String upgrade = "-- @upgrade\n" + RESET + each.schema(blocks) + "\n" + each.setup() + ";\n";
            files.add(new ScriptFile(setup + ".sql", Scripts.header(setup, before) + upgrade));
            files.add(new ScriptFile(id + ".sql", Scripts.header(id, setup) + each.section()));
            looked.put(new RevisionId(id), each);
            before = id;
        }
        LintReport report = new Linter(
                        ScriptDirectory.parse(files, Placeholders.none()),
                        Tables.defaults(),
                        RunSettings.defaults(),
                        Placeholders.none())
                .lint(
                        database.dataSource(),
                        LintSettings.defaults()
                                .withScope(new LintScope.Revisions(looked.keySet()))
                                .on(List.of(LintRule.values())));
        Map<Case, List<LintFinding>> found = new LinkedHashMap<>();
        looked.forEach((id, each) -> found.put(each, report.of(id)));
        return found;
    }

    static String text(String name) {
        try (InputStream file = LintCases.class.getResourceAsStream("/lint/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
