package dev.athanor.migration.conformance;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One command of a {@link Case}, with what Alembic answered. */
record RecordedStep(String name, JsonNode json) {

    CurrentHeads rows() {
        return CurrentHeads.of(
                Case.strings(json.get("from")).stream().map(RevisionId::new).toList());
    }

    String command() {
        return json.get("command").asString();
    }

    String target() {
        return json.get("target").asString();
    }

    /** The same with another target. */
    RecordedStep with(String target) {
        return new RecordedStep(name, ((ObjectNode) json.deepCopy()).put("target", target));
    }

    List<String> targets() {
        JsonNode target = json.get("target");
        return target.isArray() ? Case.strings(target) : List.of(target.asString());
    }

    List<String> dependsOn() {
        return Case.strings(json.path("dependsOn"));
    }

    boolean has(String flag) {
        return json.path(flag).asBoolean(false);
    }

    boolean marked(String mark) {
        return json.get("marks").has(mark);
    }

    Optional<String> order() {
        return Optional.of(json.get("marks").path("order"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }

    boolean anomaly(String kind) {
        return json.get("marks").path("anomaly").asString("").equals(kind);
    }

    Optional<String> idealError() {
        return Optional.of(json.get("marks").path("idealError"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }

    Optional<List<String>> idealHeads() {
        return marked("idealHeads") ? Optional.of(Case.strings(json.get("marks").get("idealHeads"))) : Optional.empty();
    }

    Optional<String> errorKind() {
        return Optional.of(expect().path("errorKind"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }

    JsonNode expect() {
        return json.get("expect");
    }

    List<String> list(String field) {
        return Case.strings(expect().get(field));
    }

    /** The revisions of {@code steps}, or of {@code planned} where Alembic died while it ran them. */
    List<String> revisions() {
        JsonNode steps = expect().has("planned") ? expect().get("planned") : expect().get("steps");
        return steps.valueStream().map(step -> step.get(1).asString()).toList();
    }

    @Override
    public String toString() {
        return name + " " + rows() + " | " + command() + " " + json.get("target");
    }
}
