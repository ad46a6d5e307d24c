package dev.athanor.migration.conformance;

import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of {@code conformance/*.jsonl}: a graph, and what Alembic makes of it. */
record Case(JsonNode json) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static List<Case> all() {
        return Stream.of("named", "public").flatMap(Case::file).toList();
    }

    private static Stream<Case> file(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Case.class.getResourceAsStream("/conformance/" + name + ".jsonl")),
                StandardCharsets.UTF_8))) {
            return lines.lines().map(MAPPER::readTree).map(Case::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String id() {
        return json.get("id").asString();
    }

    boolean mustFail() {
        return json.has("mustFail");
    }

    String failure() {
        return json.get("mustFail").asString();
    }

    JsonNode facts() {
        return json.get("facts");
    }

    boolean isStable(String fact) {
        return !strings(json.path("unstableFacts")).contains(fact);
    }

    List<Revision> revisions() {
        return json.get("revisions").valueStream().map(Case::revision).toList();
    }

    List<RecordedStep> steps() {
        JsonNode steps = json.get("steps");
        return IntStream.range(0, steps.size())
                .mapToObj(number -> new RecordedStep(id() + "/" + number, steps.get(number)))
                .toList();
    }

    private static Revision revision(JsonNode node) {
        return new Revision(
                new RevisionId(node.get("id").asString()),
                strings(node.get("down")).stream().map(RevisionId::new).toList(),
                strings(node.get("dependsOn")),
                strings(node.get("labels")));
    }

    static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
