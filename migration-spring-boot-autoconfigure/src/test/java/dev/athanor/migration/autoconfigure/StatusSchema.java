package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema of the JSON, and JSON held against it. */
final class StatusSchema {

    static final Path FILE = Path.of("..", "docs", "schemas", "status.schema.json");

    private static final String ADDRESS = "https://athanor.test/status.schema.json";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private StatusSchema() {}

    /** Asserts that this is a status, and returns it. */
    static JsonNode status(String json) {
        return conforming(json, "");
    }

    /** Asserts that this is a revision, and returns it. */
    static JsonNode revision(String json) {
        return conforming(json, "#/$defs/revision");
    }

    /** Asserts that this is an array of such, and returns it. */
    static JsonNode each(String json, String definition) {
        JsonNode array = MAPPER.readTree(json);
        assertThat(array.isArray()).isTrue();
        array.forEach(element -> conforming(element.toString(), "#/$defs/" + definition));
        return array;
    }

    /** Returns what is wrong with a status. */
    static List<String> problems(String json) {
        return problems(MAPPER.readTree(json), "");
    }

    private static JsonNode conforming(String json, String fragment) {
        JsonNode value = MAPPER.readTree(json);
        assertThat(problems(value, fragment)).as(json).isEmpty();
        return value;
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> problems(JsonNode value, String fragment) {
        Schema schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ADDRESS, text())))
                .getSchema(SchemaLocation.of(ADDRESS + fragment));
        return schema
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
