package dev.athanor.migration.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.migration.history.Tables;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Converts schemas with rows, and checks the rows and the numbers that come next, after the upgrade and after the
 * downgrade. The catalogs are compared with those of a schema that its own script created.
 *
 * <p>In {@code conversions.sql}, the third part of a case holds the queries: {@code there} runs after the upgrade,
 * {@code back} after the downgrade, and {@code rename} is an option.
 */
class ConvertedCasesIT {

    private static final Pattern CHECK = Pattern.compile("(?m)^(there|back): (.+) => (.*)$");
    private static final Pattern RENAME = Pattern.compile("(?m)^rename: (.+)$");

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = PostgresServer.get().createDatabase("conversions");
    }

    @AfterAll
    static void drop() {
        PostgresServer.get().dropDatabase(database);
    }

    static Stream<Scenario> conversions() {
        return Scenario.withRows();
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void rowsAndNumbersGoOnThereAndBack(Scenario conversion) {
        assumeTrue(conversion.since() <= ScenariosIT.version(database), "not known to this version");
        List<String> wanted = built(conversion.wanted());
        List<String> live = built(conversion.live());

        List<String> positions = CatalogSnapshot.of(database);

        List<GeneratedRevision> revisions = generate(conversion.wanted(), renames(conversion));

        assertThat(CatalogSnapshot.of(database)).isEqualTo(positions);
        run(revisions.stream().map(GeneratedRevision::upgrade).toList());
        String script =
                revisions.stream().map(GeneratedRevision::upgrade).toList().toString();
        assertThat(catalogs()).as(script).isEqualTo(wanted);
        check("there", conversion);
        List<String> downgrades = new ArrayList<>(
                revisions.stream().map(GeneratedRevision::downgrade).toList());
        Collections.reverse(downgrades);
        run(downgrades);
        assertThat(catalogs()).as(downgrades.toString()).isEqualTo(live);
        check("back", conversion);
    }

    private static List<String> built(String script) {
        database.executeAll("DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
        database.executeAll(script);
        return catalogs();
    }

    private static List<GeneratedRevision> generate(String wanted, List<String> renames) {
        Autogeneration generated = new Autogenerator(
                        new SchemaComparison(database.dataSource(), Tables.defaults(), ComparisonSettings.defaults()))
                .generate(SchemaScript.of(new ScriptFile("schema.sql", wanted)), new Choices(renames, Map.of()));
        assertThat(generated.decisions().stream().map(OpenDecision::text)).isEmpty();
        return generated.revisions();
    }

    private static List<String> renames(Scenario conversion) {
        return RENAME.matcher(conversion.revisions())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static void run(List<String> sections) {
        sections.forEach(database::executeAll);
    }

    private static void check(String when, Scenario conversion) {
        Matcher check = CHECK.matcher(conversion.revisions());
        while (check.find()) {
            if (check.group(1).equals(when)) {
                assertThat(database.texts(check.group(2)))
                        .as(when + ": " + check.group(2))
                        .isEqualTo(List.of(check.group(3)));
            }
        }
    }

    /** Returns the catalogs without the order of columns and without the positions of sequences. */
    private static List<String> catalogs() {
        return CatalogSnapshot.of(database).stream()
                .filter(line -> !line.matches("(inheritance of )?constraint .*_not_null t .*"))
                .map(line -> line.replaceFirst("^(column \\S+) \\d+ ", "$1 ")
                        .replaceFirst("^(sequence .*),-?\\d*\\)$", "$1)"))
                .sorted()
                .toList();
    }
}
