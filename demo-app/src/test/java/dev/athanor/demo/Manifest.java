package dev.athanor.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A part of a Kubernetes manifest, reached by the names on the way.
 *
 * @param value a map, a list or a plain value
 */
record Manifest(Object value) {

    /** The documents of a file. */
    static List<Manifest> read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            List<Manifest> documents = new ArrayList<>();
            new Yaml(new SafeConstructor(new LoaderOptions()))
                    .loadAll(reader)
                    .forEach(document -> documents.add(new Manifest(document)));
            return documents;
        }
    }

    /** What is there; nothing is an error. */
    Manifest at(String... names) {
        Object found = value;
        for (String name : names) {
            found = Objects.requireNonNull(((Map<?, ?>) found).get(name), () -> "no " + name + " in " + value);
        }
        return new Manifest(found);
    }

    boolean has(String name) {
        return value instanceof Map<?, ?> map && map.containsKey(name);
    }

    List<Manifest> list(String name) {
        return has(name)
                ? ((List<?>) at(name).value()).stream().map(Manifest::new).toList()
                : List.of();
    }

    String text(String... names) {
        return String.valueOf(at(names).value());
    }

    String kind() {
        return text("kind");
    }

    /** What its pods are made from. */
    Manifest pod() {
        return switch (kind()) {
            case "CronJob" -> at("spec", "jobTemplate", "spec", "template");
            default -> at("spec", "template");
        };
    }

    /** The one container of its pods. */
    Manifest container() {
        return pod().at("spec").list("containers").get(0);
    }

    /** The environment of a container, secrets looked up by their keys. */
    Map<String, String> environment(Map<String, String> secrets) {
        Map<String, String> environment = new LinkedHashMap<>();
        list("env").forEach(entry -> environment.put(entry.text("name"), entry.variable(secrets)));
        return environment;
    }

    private String variable(Map<String, String> secrets) {
        return has("value")
                ? text("value")
                : Objects.requireNonNull(secrets.get(text("valueFrom", "secretKeyRef", "key")), text("name"));
    }

    /** Its probes, by name. */
    Stream<String> probes() {
        return Stream.of("startupProbe", "livenessProbe", "readinessProbe");
    }

    /** The number of a container's port. */
    int port(String name) {
        return list("ports").stream()
                .filter(port -> port.text("name").equals(name))
                .map(port -> Integer.parseInt(port.text("containerPort")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no port " + name));
    }
}
