package dev.athanor.migration.autoconfigure.actuate.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Represents a part of a page. All texts and attributes are escaped when the part is written. */
sealed interface Node {

    /** Appends it as HTML. */
    void write(StringBuilder html);

    /** Represents characters. */
    record Text(String text) implements Node {
        @Override
        public void write(StringBuilder html) {
            escape(text, html);
        }
    }

    /** Represents our own HTML, which is written unchanged. */
    record Ours(String html) implements Node {
        @Override
        public void write(StringBuilder out) {
            out.append(html);
        }
    }

    /** Represents several parts, one after the other. */
    record Several(List<Node> nodes) implements Node {

        static final Several NONE = new Several(List.of());

        public Several {
            nodes = List.copyOf(nodes);
        }

        @Override
        public void write(StringBuilder html) {
            nodes.forEach(node -> node.write(html));
        }
    }

    /** Represents an element with its attributes and its content. */
    record Element(String name, Map<String, String> attributes, List<Node> inside) implements Node {

        private static final Set<String> WITHOUT_END = Set.of("meta", "input", "link", "br");

        public Element {
            inside = List.copyOf(inside);
        }

        /** Returns this element with one more attribute. */
        Element with(String attribute, Object value) {
            Map<String, String> more = new LinkedHashMap<>(attributes);
            more.put(attribute, String.valueOf(value));
            return new Element(name, more, inside);
        }

        @Override
        public void write(StringBuilder html) {
            html.append('<').append(name);
            attributes.forEach((attribute, value) -> {
                html.append(' ').append(attribute).append("=\"");
                escape(value, html);
                html.append('"');
            });
            html.append('>');
            inside.forEach(node -> node.write(html));
            if (!WITHOUT_END.contains(name)) {
                html.append("</").append(name).append('>');
            }
        }
    }

    /** Creates an element; values that are not nodes become texts. */
    static Element element(String name, Object... inside) {
        return new Element(
                name, Map.of(), List.of(inside).stream().map(Node::of).toList());
    }

    /** Creates an element with a style class. */
    static Element styled(String name, String styleClass, Object... inside) {
        return element(name, inside).with("class", styleClass);
    }

    private static Node of(Object part) {
        return part instanceof Node node ? node : new Text(part.toString());
    }

    private static void escape(String text, StringBuilder html) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(character);
            }
        }
    }
}
