package dev.athanor.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks for: names of parts, and {@code --key=value}.
 *
 * @param parts the parts to run; empty means all
 * @param options the options, without their dashes
 */
public record Arguments(List<String> parts, Map<String, String> options) {

    public Arguments {
        parts = List.copyOf(parts);
        options = Map.copyOf(options);
    }

    static Arguments parse(String... words) {
        List<String> parts = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (String word : words) {
            if (word.startsWith("--")) {
                String[] pair = word.substring(2).split("=", 2);
                options.put(pair[0], pair.length == 2 ? pair[1] : "");
            } else {
                parts.add(word);
            }
        }
        return new Arguments(parts, options);
    }

    boolean wants(String part) {
        return parts.isEmpty() || parts.contains(part);
    }

    /** A number, such as {@code --rounds=5}. */
    public int number(String option, int otherwise) {
        return Optional.ofNullable(options.get(option)).map(Integer::valueOf).orElse(otherwise);
    }

    /** The page to write the tables into, where one is asked for. */
    public Optional<Path> page() {
        return Optional.ofNullable(options.get("write"))
                .map(path -> Path.of(path.isEmpty() ? "docs/performance.md" : path));
    }
}
