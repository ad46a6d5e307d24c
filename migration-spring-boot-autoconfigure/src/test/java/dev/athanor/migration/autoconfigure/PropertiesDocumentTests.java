package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PropertiesDocumentTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "properties.md");

    @Test
    void theDocumentSaysWhatTheMetadataSays() throws IOException {
        String table = "| property | default | |\n|---|---|---|\n" + rows();

        assertThat(Files.readString(DOCUMENT)).contains(table);
    }

    private static String rows() throws IOException {
        JsonNode properties = metadata().get("properties");
        return StreamSupport.stream(properties.spliterator(), false)
                .filter(property -> property.get("name").asString().startsWith("migration."))
                .map(PropertiesDocumentTests::row)
                .collect(Collectors.joining("\n"));
    }

    private static String row(JsonNode property) {
        return "| `" + property.get("name").asString() + "` | " + defaultValue(property.get("defaultValue")) + " | "
                + property.get("description").asString() + " |";
    }

    private static String defaultValue(JsonNode value) {
        if (value == null) {
            return "";
        }
        return "`" + (value.isArray() ? value.get(0).asString() : value.asString()) + "`";
    }

    private static JsonNode metadata() throws IOException {
        String resource = "META-INF/spring-configuration-metadata.json";
        try (InputStream stream = MigrationProperties.class.getClassLoader().getResourceAsStream(resource)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(stream, resource));
        }
    }
}
