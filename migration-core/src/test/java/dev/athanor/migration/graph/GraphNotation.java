package dev.athanor.migration.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses graphs from text: {@code a <- b, a <- c, b+c <- d}. A revision may be mentioned several times; one mention may
 * add branch labels and dependencies: {@code c#lib!x+y}. The load order is the order of first mention.
 */
public final class GraphNotation {

    private static final Pattern MENTION = Pattern.compile("([^#!]+)((?:#[^#!]+)*)(?:!(.+))?");

    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private record Node(List<RevisionId> down, List<String> dependsOn, List<String> labels) {}

    private GraphNotation() {}

    public static RevisionGraph graph(String text) {
        return RevisionGraph.of(revisions(text));
    }

    public static List<Revision> revisions(String text) {
        GraphNotation notation = new GraphNotation();
        for (String chain : text.split(",")) {
            notation.chain(chain.strip().split("\\s*<-\\s*"));
        }
        return notation.nodes.entrySet().stream()
                .map(node -> new Revision(
                        new RevisionId(node.getKey()),
                        node.getValue().down(),
                        node.getValue().dependsOn(),
                        node.getValue().labels()))
                .toList();
    }

    public static RevisionId id(String text) {
        return new RevisionId(text);
    }

    /** Parses ids from text: {@code "a b c"}. */
    public static List<RevisionId> ids(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.strip().split("[ ,]+"))
                        .map(RevisionId::new)
                        .toList();
    }

    public static CurrentHeads heads(String text) {
        return CurrentHeads.of(ids(text));
    }

    private void chain(String[] links) {
        List<RevisionId> below = List.of();
        for (String link : links) {
            List<RevisionId> mentioned = new ArrayList<>();
            for (String mention : link.contains("!") ? new String[] {link} : link.split("\\+")) {
                mentioned.add(mention(mention.strip(), below));
            }
            below = mentioned;
        }
    }

    private RevisionId mention(String text, List<RevisionId> below) {
        Matcher matcher = MENTION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        Node node = nodes.computeIfAbsent(
                matcher.group(1), key -> new Node(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        node.down().addAll(below);
        Arrays.stream(matcher.group(2).split("#"))
                .filter(label -> !label.isEmpty())
                .forEach(node.labels()::add);
        if (matcher.group(3) != null) {
            node.dependsOn().addAll(List.of(matcher.group(3).split("\\+")));
        }
        return new RevisionId(matcher.group(1));
    }
}
