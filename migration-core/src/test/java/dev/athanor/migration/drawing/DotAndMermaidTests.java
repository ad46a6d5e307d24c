package dev.athanor.migration.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.graph.GraphNotation;
import dev.athanor.migration.graph.RandomGraphs;
import dev.athanor.migration.graph.RevisionGraph;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DotAndMermaidTests {

    private static final String HOSTILE =
            "\"quoted\" [x] {y} \\N \\ & <b> #35; 1. x - y __z__ `m` %% style:x#y; |a| é 漢 😀 \u001b[0m\nend\"]";

    private static final Pattern DOT_LINE = Pattern.compile("digraph revisions \\{|\\}|  rankdir=BT"
            + "|  node \\[[a-z=,\" ]+\\]"
            + "|  \"[^\"\\\\]+\" \\[label=\"([^\"\\\\]|\\\\[\"\\\\n])*\"(, [a-z]+=(\"[a-z_, ]*\"|\\d))*\\]"
            + "|  \"[^\"]+\" -> \"[^\"]+\"( \\[style=dashed\\])?");

    private static final Pattern MERMAID_LINE = Pattern.compile("flowchart BT"
            + "|  rev_\\w+\\[\"([^\"#&<>`%:;]|#\\d+;|<br/>)*\"\\]"
            + "|  rev_\\w+ (-->|-\\.->) rev_\\w+"
            + "|  classDef \\w+ [a-z-]+:[0-9a-z ]+|  class rev_\\w+(,rev_\\w+)* \\w+");

    @Test
    void dotHasBoxesWithTheirMarksAndDashedDependencies() {
        assertThat(String.join("\n", new DotGraph().lines(marked()))).isEqualTo("""
                digraph revisions {
                  rankdir=BT
                  node [shape=box, style=rounded, fontname="monospace"]
                  "d" [label="d (head) (mergepoint) (pending)\\nadd d", class="head mergepoint pending", style="rounded,dashed"]
                  "x" [label="x (head) (pending)\\nadd x", class="head pending", style="rounded,dashed"]
                  "b" [label="b (current)\\nadd b", class="current", penwidth=2]
                  "c" [label="c (pending)\\nadd c", class="pending", style="rounded,dashed"]
                  "a" [label="a (branchpoint) [lib]\\nadd a", class="branchpoint"]
                  "b" -> "d"
                  "c" -> "d"
                  "b" -> "x" [style=dashed]
                  "a" -> "b"
                  "a" -> "c"
                }
                """.strip());
    }

    @Test
    void mermaidHasBoxesWithTheirMarksAndDottedDependencies() {
        assertThat(String.join("\n", new MermaidGraph().lines(marked()))).isEqualTo("""
                flowchart BT
                  rev_d["d (head) (mergepoint) (pending)<br/>add d"]
                  rev_x["x (head) (pending)<br/>add x"]
                  rev_b["b (current)<br/>add b"]
                  rev_c["c (pending)<br/>add c"]
                  rev_a["a (branchpoint) #91;lib#93;<br/>add a"]
                  rev_b --> rev_d
                  rev_c --> rev_d
                  rev_b -.-> rev_x
                  rev_a --> rev_b
                  rev_a --> rev_c
                  classDef head font-weight:bold
                  class rev_d,rev_x head
                  classDef current stroke-width:3px
                  class rev_b current
                  classDef branchpoint font-style:italic
                  class rev_a branchpoint
                  classDef mergepoint font-style:italic
                  class rev_d mergepoint
                  classDef pending stroke-dasharray:5 5
                  class rev_d,rev_x,rev_c pending
                """.strip());
    }

    @Test
    void dotQuotesWhatAMessageHolds() {
        GraphView view = GraphView.of(GraphNotation.graph("a"), id -> HOSTILE);

        assertThat(new DotGraph().lines(view))
                .element(3)
                .isEqualTo(
                        "  \"a\" [label=\"a (head)\\n\\\"quoted\\\" [x] {y} \\\\N \\\\ &amp; <b> #35; 1. x - y __z__ `m` %% style:x#y;"
                                + " |a| é 漢 😀 ?[0m\", class=\"head\"]");
    }

    @Test
    void mermaidEncodesWhatAMessageHolds() {
        GraphView view = GraphView.of(GraphNotation.graph("a"), id -> HOSTILE);

        assertThat(new MermaidGraph().lines(view))
                .element(1)
                .isEqualTo(
                        "  rev_a[\"a (head)<br/>#34;quoted#34; #91;x#93; #123;y#125; #92;N #92; #38; #60;b#62; #35;35#59; 1#46; x #45; y"
                                + " #95;#95;z#95;#95; #96;m#96; #37;#37; style#58;x#35;y#59; #124;a#124; é 漢 😀 #63;#91;0m\"]");
    }

    @Test
    void mermaidNamesAreNeitherKeywordsNorTheSameForTwo() {
        GraphView view = GraphView.of(GraphNotation.graph("end, a_b, a.b, a_2e_b, é"), id -> "");

        List<String> lines = new MermaidGraph().lines(view);

        assertThat(lines.stream().filter(line -> line.contains("[\"")))
                .containsExactly(
                        "  rev_end[\"end (head)\"]",
                        "  rev_a_5f_b[\"a_b (head)\"]",
                        "  rev_a_2e_b[\"a.b (head)\"]",
                        "  rev_a_5f_2e_5f_b[\"a_2e_b (head)\"]",
                        "  rev__e9_[\"é (head)\"]");
    }

    @Test
    void everyLineIsOfTheLanguage() {
        RandomGraphs.graphs(500).map(RevisionGraph::of).forEach(graph -> {
            GraphView view = GraphView.of(graph, id -> HOSTILE + id)
                    .with(Marks.of(
                            graph,
                            graph.headsOf(graph.history()
                                    .subList(
                                            graph.history().size() / 2,
                                            graph.history().size()))));

            assertThat(new DotGraph().lines(view)).allMatch(DOT_LINE.asMatchPredicate());
            assertThat(new MermaidGraph().lines(view)).allMatch(MERMAID_LINE.asMatchPredicate());
        });
    }

    private static GraphView marked() {
        GraphView view = GraphView.of(GraphNotation.graph("a#lib <- b, a <- c, b+c <- d, x!b"), id -> "add " + id);
        return view.with(Marks.of(view.graph(), GraphNotation.heads("b")));
    }
}
