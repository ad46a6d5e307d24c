package dev.athanor.migration.autoconfigure.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.athanor.migration.autoconfigure.json.JsonTree;
import dev.athanor.migration.autoconfigure.json.LintDescriptor;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.lint.FailOn;
import dev.athanor.migration.lint.LintReport;
import dev.athanor.migration.lint.LintRule;
import dev.athanor.migration.lint.LintSettings;
import dev.athanor.migration.lint.LockMode;
import dev.athanor.migration.lint.Severity;
import dev.athanor.migration.lint.TracedRelation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lint prints for other programs: its own JSON, SARIF, and annotations of GitHub. */
class LintOutputTests {

    private static final Path OWN = Path.of("..", "docs", "schemas", "lint.schema.json");
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final SarifLog SARIF = new SarifLog("1.2.3", LintRule.onByDefault(), LintOutputTests::inSource);

    @Test
    void theJsonIsAsItsSchemaDescribesIt() throws IOException {
        String schema = Files.readString(OWN);

        for (LintReport report : List.of(LintReports.every(), LintReports.NOTHING)) {
            assertThat(problems(schema, SpecificationVersion.DRAFT_2020_12, json(report)))
                    .isEmpty();
        }
        assertThat(problems(
                        schema,
                        SpecificationVersion.DRAFT_2020_12,
                        json(LintReports.every()).replace("\"rewrite\"", "\"rewite\"")))
                .hasSize(1);
    }

    @Test
    void theClosedSetsOfTheSchemaAreThoseOfTheCode() throws IOException {
        JsonNode schema = MAPPER.readTree(Files.readString(OWN));

        assertThat(words(schema, "/$defs/rule"))
                .isEqualTo(Stream.of(LintRule.values()).map(LintRule::id).toList());
        assertThat(words(schema, "/$defs/severity"))
                .isEqualTo(Stream.of(Severity.values()).map(Severity::word).toList());
        assertThat(words(schema, "/properties/failOn"))
                .isEqualTo(Stream.of(FailOn.values()).map(FailOn::word).toList());
        assertThat(words(schema, "/$defs/lock/properties/mode"))
                .isEqualTo(Stream.of(LockMode.values()).map(LockMode::toString).toList());
        assertThat(words(schema, "/$defs/relation/properties/kind"))
                .isEqualTo(Stream.of(TracedRelation.Kind.values())
                        .map(TracedRelation.Kind::words)
                        .toList());
    }

    @Test
    void everyPropertyOfTheSchemaIsDescribed() throws IOException {
        JsonNode schema = MAPPER.readTree(Files.readString(OWN));
        List<JsonNode> objects = new ArrayList<>(List.of(schema));
        schema.at("/$defs").forEach(objects::add);

        assertThat(objects).allMatch(definition -> definition.has("description"));
        assertThat(objects)
                .filteredOn(definition -> definition.has("properties"))
                .hasSize(7)
                .allSatisfy(definition -> definition.at("/properties").forEach(property -> assertThat(
                                property.has("description") || property.has("$ref"))
                        .isTrue()));
    }

    @Test
    void sarifIsAsItsSchemaDescribesIt() throws IOException {
        String schema = sarifSchema();

        for (LintReport report : List.of(LintReports.every(), LintReports.NOTHING)) {
            assertThat(problems(schema, SpecificationVersion.DRAFT_4, write(SARIF.of(report))))
                    .isEmpty();
        }
        assertThat(problems(
                        schema,
                        SpecificationVersion.DRAFT_4,
                        write(SARIF.of(LintReports.every())).replace("\"inSource\"", "\"inside\"")))
                .isNotEmpty();
    }

    @Test
    void sarifHasRulesPlacesAndReasons() {
        JsonNode run = MAPPER.readTree(write(SARIF.of(LintReports.every()))).at("/runs/0");
        JsonNode rules = run.at("/tool/driver/rules");
        JsonNode results = run.at("/results");

        assertThat(run.at("/tool/driver/version").asString()).isEqualTo("1.2.3");
        assertThat(rules.size()).isEqualTo(LintRule.onByDefault().size() + 1);
        assertThat(results.valueStream().map(result -> result.at("/ruleId").asString()))
                .containsExactly("rewrite", "two-hot-tables", "char-type", "data-lost")
                .isEqualTo(results.valueStream()
                        .map(result -> rules.at("/" + result.at("/ruleIndex").asInt() + "/id")
                                .asString())
                        .toList());
        assertThat(results.at("/0/level").asString()).isEqualTo("error");
        assertThat(results.at("/0/message/text").asString())
                .isEqualTo(
                        "ACCESS EXCLUSIVE on orders: 100% of it is \"written\" anew. The table has about 41 million rows"
                                + " in 18 GB; this takes about 7 minutes. " + LintRule.REWRITE.safeWay());
        assertThat(place(results, 0))
                .isEqualTo("{\"artifactLocation\":{\"uri\":\"src/main/resources/db/revisions/a1.sql\",\"uriBaseId\":"
                        + "\"%SRCROOT%\",\"index\":0},\"region\":{\"startLine\":14}}");
        assertThat(place(results, 1)).contains("\"uri\":\"src/main/resources/db/revisions/a%20b,%20c:%20100%25.sql\"");
        assertThat(place(results, 2)).contains("AddNames.java").doesNotContain("region");
        assertThat(results.at("/0").has("suppressions")).isFalse();
        assertThat(results.at("/3/suppressions/0").toString())
                .isEqualTo("{\"kind\":\"inSource\",\"status\":\"accepted\",\"justification\":\"nobody reads it\"}");
    }

    @Test
    void annotationsAreEscapedAsGitHubReadsThem() {
        List<String> lines = new GitHubAnnotations(LintOutputTests::inSource).lines(LintReports.every());

        assertThat(lines)
                .containsExactly(
                        "::error file=src/main/resources/db/revisions/a1.sql,line=14,title=migration lint%3A rewrite::ACCESS"
                                + " EXCLUSIVE on orders: 100%25 of it is \"written\" anew. The table has about 41 million"
                                + " rows in 18 GB; this takes about 7 minutes.%0A" + LintRule.REWRITE.safeWay(),
                        "::warning file=src/main/resources/db/revisions/a b%2C c%3A 100%25.sql,line=3,title=migration"
                                + " lint%3A two-hot-tables::ACCESS EXCLUSIVE on orders: 100%25 of it is \"written\" anew.%0A"
                                + LintRule.TWO_HOT_TABLES.safeWay(),
                        "::notice file=src/main/resources/com/example/revisions/AddNames.java,title=migration lint%3A"
                                + " char-type::ACCESS EXCLUSIVE on orders: 100%25 of it is \"written\" anew.%0A"
                                + LintRule.CHAR_TYPE.safeWay());
    }

    @Test
    void noTextOfARuleBreaksALine() {
        assertThat(EnumSet.allOf(LintRule.class))
                .allSatisfy(rule -> assertThat(rule.hazard() + rule.safeWay()).doesNotContain("\n"));
    }

    private static String place(JsonNode results, int index) {
        return results.at("/" + index + "/locations/0/physicalLocation").toString();
    }

    private static String inSource(String location) {
        return "src/main/resources/" + location;
    }

    private static String json(LintReport report) {
        CurrentHeads standsAt = CurrentHeads.of(List.of(new RevisionId("z9")));
        return write(JsonTree.of(LintDescriptor.of("default", standsAt, report, LintSettings.defaults())));
    }

    private static String write(Map<String, Object> value) {
        return JsonWriter.standard().writeToString(value);
    }

    private static List<String> words(JsonNode schema, String definition) {
        return schema.at(definition + "/enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static String sarifSchema() throws IOException {
        try (InputStream stream = LintOutputTests.class.getResourceAsStream("/sarif/sarif-schema-2.1.0.json")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Returns the first problems only, because one mistake of SARIF fails hundreds of lines of its schema. */
    private static List<String> problems(String schema, SpecificationVersion dialect, String json) {
        Schema read = SchemaRegistry.withDefaultDialect(dialect).getSchema(schema);
        return read
                .validate(
                        MAPPER.readTree(json),
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .limit(3)
                .map(Error::toString)
                .map(problem -> problem.substring(0, Math.min(200, problem.length())))
                .toList();
    }
}
