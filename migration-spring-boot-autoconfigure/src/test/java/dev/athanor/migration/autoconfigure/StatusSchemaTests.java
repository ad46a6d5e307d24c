package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.history.Direction;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.status.MigrationStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatusSchemaTests {

    private static final String STATUS = """
            {"application": {"name": "shop", "profiles": [], "version": "1.4.2"}, "databases": {"default": {
              "place": {"server": "db.internal:5432", "database": "orders", "schema": "public"}, "state": "AT_HEAD", "summary": "", "action": "", "current": [], "target": "heads",
              "heads": [], "pending": [], "applied": [], "history": []%s}}}
            """;

    private final JsonNode schema = JsonMapper.shared().readTree(StatusSchema.FILE);

    @Test
    void theClosedSetsOfTheSchemaAreThoseOfTheCode() {
        assertThat(words("/$defs/state"))
                .isEqualTo(Stream.of(MigrationStatus.State.values())
                        .map(Enum::name)
                        .toList());
        assertThat(words("/$defs/command"))
                .isEqualTo(Stream.of(Command.values()).map(Command::word).toList());
        assertThat(words("/$defs/direction"))
                .isEqualTo(Stream.of(Direction.values()).map(Direction::word).toList());
        assertThat(words("/$defs/outcome"))
                .isEqualTo(Stream.of(Outcome.values()).map(Outcome::word).toList());
        assertThat(words("/$defs/revision/properties/verified"))
                .isEqualTo(Stream.of(Proof.values()).map(Proof::word).toList());
        assertThat(words("/$defs/revision/properties/reversible"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Downgrade.class.getPermittedSubclasses())
                        .map(kind -> kind.getSimpleName().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void noObjectHasPropertiesThatAreNotDescribed() {
        List<JsonNode> objects = new ArrayList<>(List.of(schema));
        schema.at("/$defs").forEach(objects::add);

        assertThat(objects)
                .filteredOn(definition -> definition.has("properties"))
                .hasSize(16)
                .allSatisfy(definition -> {
                    assertThat(definition.at("/additionalProperties").toString())
                            .isEqualTo("false");
                    definition.at("/properties").forEach(property -> assertThat(
                                    property.has("description") || property.has("$ref"))
                            .isTrue());
                });
        assertThat(objects).allMatch(definition -> definition.has("description"));
    }

    @Test
    void aStatusWithAnUnknownPropertyOrWordIsRefused() {
        assertThat(StatusSchema.problems(STATUS.formatted(""))).isEmpty();
        assertThat(StatusSchema.problems(STATUS.formatted(", \"more\": 1")))
                .singleElement()
                .asString()
                .contains("/databases/default", "'more'");
        assertThat(StatusSchema.problems(STATUS.formatted("").replace("AT_HEAD", "AT_REST")))
                .singleElement()
                .asString()
                .contains("/databases/default/state");
        assertThat(StatusSchema.problems(STATUS.formatted(", \"lockHolder\": null")))
                .isNotEmpty();
    }

    private List<String> words(String definition) {
        return schema.at(definition + "/enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
