package dev.athanor.migration.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.graph.GraphNotation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextGraphTests {

    private static final TextGraph UNICODE = new TextGraph(Glyphs.UNICODE, Style.PLAIN);

    @Test
    void aLineIsStraight() {
        assertDrawn("a <- b <- c", """
                * c (head)
                * b
                * a
                """);
    }

    @Test
    void aForkJoinsAboveItsBranchPoint() {
        assertDrawn("a <- b <- c, a <- d", """
                * c (head)
                * b
                | * d (head)
                |/
                * a (branchpoint)
                """);
    }

    @Test
    void aDiamondOpensAndCloses() {
        assertDrawn("a <- b, a <- c, b+c <- d", """
                *   d (head) (mergepoint)
                |\\
                * | b
                | * c
                |/
                * a (branchpoint)
                """);
    }

    @Test
    void crissCrossMergesKeepTheirEdgesApart() {
        assertDrawn("a <- b, a <- c, b+c <- d, b+c <- e", """
                *   d (head) (mergepoint)
                |\\
                | | * e (head) (mergepoint)
                | |/|
                | |/
                |/|
                * | b (branchpoint)
                | * c (branchpoint)
                |/
                * a (branchpoint)
                """);
    }

    @Test
    void aMergeOfThreeOpensTwoLanes() {
        assertDrawn("a <- b, a <- c, a <- d, b+c+d <- e <- f", """
                * f (head)
                *     e (mergepoint)
                |\\_
                | |\\
                * | | b
                | * | c
                |/ /
                | * d
                |/
                * a (branchpoint)
                """);
    }

    @Test
    void severalBasesAreSetApart() {
        assertDrawn("a <- b, x <- y, p", """
                * b (head)
                * a

                * y (head)
                * x

                * p (head)
                """);
    }

    @Test
    void anEdgeCrossesTheLanesInItsWay() {
        assertDrawn("a <- b, a <- c, a <- d, b+c <- m1, c+d <- m2, b+d <- m3, m1+m2+m3 <- top", """
                *     top (head) (mergepoint)
                |\\_
                | |\\
                * | |   m1 (mergepoint)
                |\\|_|
                | | |\\
                | | * | m3 (mergepoint)
                | |/| |
                |/| | |
                | * | | m2 (mergepoint)
                | |\\| |
                |  \\| |
                |   |\\|
                |  / /
                * | | b (branchpoint)
                | * | d (branchpoint)
                |/ /
                | * c (branchpoint)
                |/
                * a (branchpoint)
                """);
    }

    @Test
    void dependenciesAcrossLinesAreDotted() {
        assertDrawn("a <- b <- c, x <- y!b <- z!c", """
                *   z (head)
                |.
                * :   y
                |.:
                | :.
                * : : x
                 , ,
                * : c (effective head)
                 \\:
                 /
                * b
                * a

                | revises   : depends on
                """);
    }

    @Test
    void aDependencyStraightBelowIsNoDownRevision() {
        assertDrawn("a, b!a", """
                * b (head)
                :
                * a (effective head)

                | revises   : depends on
                """);
    }

    @Test
    void aDownRevisionTurnsALaneOfDependenciesSolid() {
        assertDrawn("a, b!a+x, x <- y, a <- z", """
                *   b (head)
                :.
                : : * z (head)
                : :/
                :/:
                | : * y (head)
                | :/
                * | a
                 /
                * x

                | revises   : depends on
                """);
    }

    @Test
    void twentyBranchesOneBelowTheOtherNeedTwoLanes() {
        String branches = twenty("root <- b%1$d <- c%1$d", ", ");

        List<String> lines = TextGraph.PLAIN.lines(view(branches));

        assertThat(lines.subList(0, 8)).containsExactlyElementsOf("""
                * c0 (head)
                * b0
                | * c1 (head)
                | * b1
                |/
                | * c2 (head)
                | * b2
                |/
                """.lines().toList());
        assertThat(lines).hasSize(60).last().isEqualTo("* root (branchpoint)");
    }

    @Test
    void twentyBranchesMergedRunSideBySide() {
        String merged = twenty("root <- b%1$d", ", ") + ", " + twenty("b%d", "+") + " <- m";

        List<String> lines = TextGraph.PLAIN.lines(view(merged));

        assertThat(lines.subList(0, 8)).containsExactlyElementsOf("""
                *                                       m (head) (mergepoint)
                |\\___________________________________
                | |\\ \\ \\ \\ \\ \\ \\ \\ \\ \\ \\ \\ \\ \\ \\ \\ \\ \\
                * | | | | | | | | | | | | | | | | | | | b0
                | * | | | | | | | | | | | | | | | | | | b1
                |/ / / / / / / / / / / / / / / / / / /
                | * | | | | | | | | | | | | | | | | | b2
                |/ / / / / / / / / / / / / / / / / /
                """.lines().toList());
    }

    @Test
    void mergedBranchesCloseUpOneAfterTheOther() {
        assertThat(TextGraph.PLAIN.lines(view("a <- b, a <- c, a <- d, a <- e, a <- f, b+c+d+e+f <- top")))
                .containsExactlyElementsOf("""
                *         top (head) (mergepoint)
                |\\_____
                | |\\ \\ \\
                * | | | | b
                | * | | | c
                |/ / / /
                | * | | d
                |/ / /
                | * | e
                |/ /
                | * f
                |/
                * a (branchpoint)
                """.lines().toList());
    }

    @Test
    void messagesAreCutAtTheWidth() {
        GraphView view =
                GraphView.of(GraphNotation.graph("a#lib <- b"), id -> "a message that is longer than the line");

        assertThat(new TextGraph(Glyphs.ASCII, Style.PLAIN, 40).lines(view))
                .containsExactly(
                        "* b (head) a message that is longer t...", "* a [lib] a message that is longer th...");
    }

    @Test
    void lanesThatDoNotFitAreFolded() {
        assertThat(new TextGraph(Glyphs.ASCII, Style.PLAIN, 40).lines(view("a <- b, a <- c, a <- d, b+c+d <- top")))
                .containsExactlyElementsOf("""
                *     top (head) (mergepoint)
                |\\_
                | |\\
                * | ~ b
                | * ~ c
                |/ /~
                | * d
                |/
                * a (branchpoint)

                ~ stands for 1 lane that does not fit
                into 40 columns. Draw fewer revisions
                with `-r A:B`, or set COLUMNS to a
                larger number.
                """.lines().toList());
    }

    @Test
    void unicodeHasItsOwnCharacters() {
        List<String> lines = UNICODE.lines(view("a <- b, a <- c, a <- d, b+c+d <- e, x!e+d"));

        assertThat(lines).containsExactlyElementsOf("""
                ●   x (head)
                ┊⋱
                ● ┊   e (effective head) (mergepoint)
                │╲┊
                │╲│
                │ │╲
                ● │ │ b
                │ ● │ d
                │╱ ╱
                │ ● c
                │╱
                ● a (branchpoint)

                │ revises   ┊ depends on
                """.lines().toList());
    }

    @Test
    void marksLabelsAndMessageStandBesideTheLanes() {
        GraphView view =
                GraphView.of(GraphNotation.graph("a#lib#old <- b <- c, a <- d"), id -> "add " + id + "\nand more");

        List<String> lines = TextGraph.PLAIN.lines(view.with(Marks.of(view.graph(), GraphNotation.heads("b gone"))));

        assertThat(lines).containsExactlyElementsOf("""
                * c (head) (pending) add c
                * b (current) add b
                | * d (head) (pending) add d
                |/
                * a (branchpoint) [lib, old] add a
                """.lines().toList());
    }

    @Test
    void aDatabaseWithoutRowsLeavesEverythingPending() {
        GraphView view = view("a <- b");

        List<String> lines = TextGraph.PLAIN.lines(view.with(Marks.of(view.graph(), GraphNotation.heads(""))));

        assertThat(lines).containsExactly("* b (head) (pending)", "* a (pending)");
    }

    @Test
    void ofARangeNothingBeyondItIsDrawn() {
        GraphView view = view("a <- b <- c <- d, b <- e");

        List<String> lines = TextGraph.PLAIN.lines(view.only(GraphNotation.ids("b c e")));

        assertThat(lines).containsExactly("* c", "| * e (head)", "|/", "* b (branchpoint)");
    }

    @Test
    void whatIsNeededOutsideARangeTakesNoLane() {
        GraphView view = view("a <- b, x <- y!a");

        List<String> lines = TextGraph.PLAIN.lines(view.only(GraphNotation.ids("b y")));

        assertThat(lines).containsExactly("* b (head)", "", "* y (head)");
    }

    @Test
    void nothingIsDrawnAsNothing() {
        assertThat(TextGraph.PLAIN.lines(view("a").only(List.of()))).isEmpty();
    }

    @Test
    void aStyleWrapsEachPartByItself() {
        GraphView view = GraphView.of(GraphNotation.graph("a#lib <- b, a <- c"), id -> "<" + id + ">");

        List<String> lines = new TextGraph(Glyphs.ASCII, new Tags()).lines(view);

        assertThat(lines)
                .containsExactly(
                        "{node *} {id b} {HEAD (head)} {message <b>}",
                        "{edges | }{node *} {id c} {HEAD (head)} {message <c>}",
                        "{edges |/}",
                        "{node *} {id a} {BRANCHPOINT (branchpoint)} {labels [lib]} {message <a>}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "add table\\nsecond line | add table",
                "add\\rcarriage | add",
                "\\n\\n  late start | late start",
                "tab\\tbed | tab bed",
                "a \u001b[31mred\u001b[0m | a ?[31mred?[0m",
                "bell\u0007 nul\u0000 del\u007f csi\u009b | bell? nul? del? csi?",
                "next\u0085line sep\u2028arator | next?line sep?arator",
                "turned\u202e round \u2066isolate | turned? round ?isolate",
                "half \ud83d emoji | half ? emoji",
                "é 漢字 😀 👩\u200d💻 | é 漢字 😀 👩\u200d💻",
            })
    void whateverAMessageHoldsItStaysOnItsLine(String message, String shown) {
        String text = message.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");

        List<String> lines = TextGraph.PLAIN.lines(GraphView.of(GraphNotation.graph("a"), id -> text));

        assertThat(lines).containsExactly("* a (head) " + shown);
    }

    @Test
    void aLongMessageIsCutBetweenCharacters() {
        String message = "😀".repeat(5_000);

        List<String> lines = TextGraph.PLAIN.lines(GraphView.of(GraphNotation.graph("a"), id -> message));

        assertThat(lines).containsExactly("* a (head) " + "😀".repeat(97) + "...");
    }

    private static void assertDrawn(String notation, String expected) {
        assertThat(String.join("\n", TextGraph.PLAIN.lines(view(notation))) + "\n")
                .isEqualTo(expected);
    }

    private static String twenty(String each, String between) {
        return IntStream.range(0, 20).mapToObj(each::formatted).collect(Collectors.joining(between));
    }

    private static GraphView view(String notation) {
        return GraphView.of(GraphNotation.graph(notation), id -> "");
    }

    /** Adds tags instead of colours. */
    private static final class Tags implements Style {

        @Override
        public String edges(String text) {
            return "{edges " + text + "}";
        }

        @Override
        public String node(String text, List<Mark> marks) {
            return "{node " + text + "}";
        }

        @Override
        public String id(String text, List<Mark> marks) {
            return "{id " + text + "}";
        }

        @Override
        public String mark(String text, Mark mark) {
            return "{" + mark + " " + text + "}";
        }

        @Override
        public String labels(String text) {
            return "{labels " + text + "}";
        }

        @Override
        public String message(String text) {
            return "{message " + text + "}";
        }
    }
}
