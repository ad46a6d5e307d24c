package dev.athanor.migration.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.LargeGraphs;
import dev.athanor.migration.graph.RandomGraphs;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks properties of the drawing of every graph against the graph. */
class DrawingPropertyTests {

    private static final int GRAPHS = 2_000;

    @Test
    void everyRevisionHasOneRowAboveAllItNeeds() {
        graphs().forEach(graph -> {
            LaneLayout layout = LaneLayout.of(graph, graph.history());
            Set<RevisionId> above = new HashSet<>();

            assertThat(layout.rows().stream().map(LaneRow::revision)).containsExactlyElementsOf(graph.history());
            for (LaneRow row : layout.rows()) {
                assertThat(graph.needs(row.revision(), EdgeKind.ALL)).noneMatch(above::contains);
                above.add(row.revision());
            }
        });
    }

    @Test
    void lanesLeadToExactlyWhatIsNeeded() {
        graphs().forEach(graph -> {
            List<LaneRow> rows = LaneLayout.of(graph, graph.history()).rows();
            LaneTracer tracer = new LaneTracer(rows);

            for (int row = 0; row < rows.size(); row++) {
                assertThat(tracer.ends(row))
                        .isEqualTo(needs(graph, rows.get(row).revision()));
            }
        });
    }

    @Test
    void ofSomeRevisionsLanesLeadToWhatIsNeededAmongThem() {
        graphs().forEach(graph -> {
            List<RevisionId> some = graph.history().stream()
                    .filter(id -> id.hashCode() % 3 != 0)
                    .toList();
            List<LaneRow> rows = LaneLayout.of(graph, some).rows();
            LaneTracer tracer = new LaneTracer(rows);

            for (int row = 0; row < rows.size(); row++) {
                Map<RevisionId, Link> expected = needs(graph, rows.get(row).revision());
                expected.keySet().retainAll(some);
                assertThat(tracer.ends(row)).isEqualTo(expected);
            }
        });
    }

    @Test
    void noTwoLanesShareAColumn() {
        graphs().forEach(graph -> {
            LaneLayout layout = LaneLayout.of(graph, graph.history());

            for (LaneRow row : layout.rows()) {
                List<Integer> columns = row.passing().stream().map(Lane::column).toList();
                assertThat(columns).isSorted().doesNotHaveDuplicates().doesNotContain(row.lane());
                assertThat(row.width()).isLessThanOrEqualTo(layout.width());
            }
        });
    }

    @Test
    void aLaneIsADependencyUntilADownRevisionHasJoinedIt() {
        graphs().forEach(graph -> {
            Set<RevisionId> above = new HashSet<>();
            for (LaneRow row : LaneLayout.of(graph, graph.history()).rows()) {
                for (Lane lane : row.passing()) {
                    boolean revised = graph.children(lane.target(), EdgeKind.DOWN_REVISIONS).stream()
                            .anyMatch(above::contains);
                    assertThat(lane.link()).isEqualTo(revised ? Link.REVISES : Link.DEPENDS_ON);
                }
                above.add(row.revision());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void charactersLeadToExactlyWhatIsNeeded(Glyphs glyphs) {
        graphs().forEach(graph -> {
            List<String> drawing = new TextGraph(glyphs, Style.PLAIN).lines(GraphView.of(graph, id -> ""));
            TextTracer tracer = new TextTracer(glyphs, drawing);

            assertThat(tracer.ids())
                    .containsExactlyElementsOf(
                            graph.history().stream().map(RevisionId::value).toList());
            for (int index = 0; index < graph.history().size(); index++) {
                Map<String, Link> expected = new HashMap<>();
                needs(graph, graph.history().get(index)).forEach((need, link) -> expected.put(need.value(), link));
                assertThat(tracer.needs(index))
                        .as("%s in%n%s", index, String.join("\n", drawing))
                        .isEqualTo(expected);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 52, 80})
    void noLineIsWiderThanTheBoundAndEveryRevisionIsNamed(int width) {
        String message = "a message of a length that few terminals have room for beside a drawing of many lanes, 漢字";
        graphs().forEach(graph -> {
            List<String> drawing =
                    new TextGraph(Glyphs.ASCII, Style.PLAIN, width).lines(GraphView.of(graph, id -> message));

            assertThat(drawing).allMatch(line -> line.length() <= width);
            assertThat(drawing.stream()
                            .filter(line -> line.contains("*"))
                            .map(line -> line.replaceAll("^[^a-z]*(\\w+).*$", "$1")))
                    .containsExactlyElementsOf(
                            graph.history().stream().map(RevisionId::value).toList());
        });
    }

    @Test
    void thereAreNoMoreLanesThanAreOpen() {
        graphs().forEach(graph -> {
            Set<RevisionId> above = new HashSet<>();
            for (LaneRow row : closedUp(graph).rows()) {
                above.add(row.revision());
                Set<RevisionId> open = new HashSet<>();
                above.forEach(id -> open.addAll(graph.needs(id, EdgeKind.ALL)));
                open.removeAll(above);

                assertThat(row.width()).isLessThanOrEqualTo(open.size() + 1);
            }
        });
    }

    private static LaneLayout closedUp(RevisionGraph graph) {
        return LaneLayout.closingUp(graph, graph.history(), Integer.MAX_VALUE);
    }

    @Test
    void theSameGraphIsDrawnTheSameTwice() {
        RandomGraphs.graphs(GRAPHS).forEach(revisions -> {
            List<String> first = TextGraph.PLAIN.lines(GraphView.of(RevisionGraph.of(revisions), RevisionId::value));
            List<String> second = TextGraph.PLAIN.lines(GraphView.of(RevisionGraph.of(revisions), RevisionId::value));

            assertThat(first).isEqualTo(second);
        });
    }

    @Test
    void noLineEndsInABlank() {
        graphs().forEach(graph -> assertThat(TextGraph.PLAIN.lines(GraphView.of(graph, id -> " ")))
                .noneMatch(line -> line.endsWith(" ")));
    }

    @Test
    void tenThousandRevisionsOnAHundredBranchesAreLaidOutAtOnce() {
        RevisionGraph graph = RevisionGraph.of(LargeGraphs.broom(100, 100));

        LaneLayout layout = layoutInTime(graph);

        assertThat(layout.rows()).hasSize(10_001);
        assertThat(layout.width()).isEqualTo(2);
    }

    @Test
    void aHundredBranchesMergedAreLaidOutAtOnceToo() {
        List<Revision> revisions = new ArrayList<>(LargeGraphs.broom(100, 100));
        List<RevisionId> heads = RevisionGraph.of(revisions).heads();
        revisions.add(new Revision(new RevisionId("merge"), heads, List.of(), List.of()));

        LaneLayout layout = layoutInTime(RevisionGraph.of(revisions));

        assertThat(layout.width()).isEqualTo(100);
    }

    @Test
    void thousandsOfLanesAreFolded() {
        GraphView view = GraphView.of(RevisionGraph.of(LargeGraphs.merged(LargeGraphs.fan(5_000))), id -> "");

        List<String> drawing = new TextGraph(Glyphs.ASCII, Style.PLAIN, 80).lines(view);

        assertThat(drawing).allMatch(line -> line.length() <= 80).hasSizeLessThan(15_010);
        assertThat(String.join(" ", drawing.subList(drawing.size() - 2, drawing.size())))
                .isEqualTo("~ stands for up to 4980 lanes that do not fit into 80 columns. Draw fewer revisions with"
                        + " `-r A:B`, or set COLUMNS to a larger number.");
    }

    private static LaneLayout layoutInTime(RevisionGraph graph) {
        List<RevisionId> history = graph.history();
        long start = System.nanoTime();
        LaneLayout layout = LaneLayout.of(graph, history);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        return layout;
    }

    private static Stream<RevisionGraph> graphs() {
        return Stream.of(
                        RandomGraphs.graphs(GRAPHS).map(RevisionGraph::of),
                        Stream.of(1, 2, 3).map(seed -> RevisionGraph.of(LargeGraphs.random(120, seed))),
                        DenseGraphs.graphs(GRAPHS))
                .flatMap(graphs -> graphs);
    }

    private static Map<RevisionId, Link> needs(RevisionGraph graph, RevisionId id) {
        Map<RevisionId, Link> needs = new HashMap<>();
        graph.needs(id, EdgeKind.ALL).forEach(need -> needs.put(need, Link.DEPENDS_ON));
        graph.needs(id, EdgeKind.DOWN_REVISIONS).forEach(need -> needs.put(need, Link.REVISES));
        return needs;
    }
}
