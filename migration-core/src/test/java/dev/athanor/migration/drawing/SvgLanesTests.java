package dev.athanor.migration.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.drawing.SvgLanes.Shape;
import dev.athanor.migration.graph.GraphNotation;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SvgLanesTests {

    private static final SvgLanes SVG = new SvgLanes(40, 20);

    @Test
    void aLineOfRevisionsIsOneLane() {
        assertThat(lines("a <- b", 0, 2))
                .containsExactly(
                        "<svg class=\"lanes\" width=\"20\" height=\"80\" viewBox=\"0 0 20 80\" aria-hidden=\"true\">",
                        "<path class=\"revises lane-0\" d=\"M10 20V40M10 40V60\"/>",
                        "<g class=\"ring lane-0\"><circle cx=\"10\" cy=\"20\" r=\"8\"/><circle cx=\"10\" cy=\"20\""
                                + " r=\"4\"/></g>",
                        "<g class=\"dot lane-0\"><circle cx=\"10\" cy=\"60\" r=\"5\"/></g>",
                        "</svg>");
    }

    @Test
    void aBranchCurvesIntoTheLaneOfWhatItRevises() {
        assertThat(lines("a <- b, a <- c", 0, 3))
                .filteredOn(line -> line.startsWith("<path"))
                .hasSize(2)
                .anyMatch(line -> line.contains("revises lane-1") && line.contains("C30 80 10 60 10 80"));
    }

    @Test
    void aPartGoesOnWhereTheOneBeforeItEnds() {
        assertThat(lines("a <- b, b <- c", 1, 3))
                .startsWith(
                        "<svg class=\"lanes\" width=\"20\" height=\"80\" viewBox=\"0 0 20 80\" aria-hidden=\"true\">")
                .contains("<path class=\"revises lane-0\" d=\"M10 0V20M10 20V40M10 40V60\"/>");
    }

    private static List<String> lines(String notation, int from, int to) {
        RevisionGraph graph = GraphNotation.graph(notation);
        RevisionId newest = graph.history().get(0);
        return SVG.lines(
                LaneLayout.of(graph, graph.history()), from, to, id -> id.equals(newest) ? Shape.RING : Shape.DOT);
    }
}
