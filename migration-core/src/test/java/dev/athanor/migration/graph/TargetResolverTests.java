package dev.athanor.migration.graph;

import static dev.athanor.migration.graph.GraphNotation.graph;
import static dev.athanor.migration.graph.GraphNotation.heads;
import static dev.athanor.migration.graph.GraphNotation.id;
import static dev.athanor.migration.graph.GraphNotation.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.migration.graph.NewRevision.Splice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetResolverTests {

    private static final String FORK = "a <- b <- c1#left <- d1, b <- c2#right <- d2";

    @ParameterizedTest(name = "at {0}, upgrade {1} reaches {2}")
    @CsvSource(textBlock = """
                    '',    heads,         d1 d2
                    '',    base,          ''
                    '',    left@head,     d1
                    '',    left,          c1
                    '',    right@head-1,  c2
                    '',    right@b,       b
                    '',    right@+3,      c2
                    b,     right@+1,      c2
                    d1,    right@+1,      c2
                    a,     +1,            b
                    '',    base+2,        b
                    '',    d2-3,          a
                    """)
    void upgradeReaches(String rows, String target, String reached) {
        assertThat(resolver(FORK, rows).upgrade(List.of(Target.parse(target)))).isEqualTo(ids(reached));
    }

    @ParameterizedTest(name = "at {0}, downgrade {1} takes down {2}")
    @CsvSource(textBlock = """
                    d1 d2,   b,             d1 c1 d2 c2
                    d1 d2,   base,          d1 c1 d2 c2 b a
                    d1 d2,   left@b,        d1 c1
                    d1 d2,   left@-1,       d1
                    d1 d2,   left@-2,       d1 c1
                    d1 d2,   d2-1,          d2
                    d1 d2,   right@base+2,  d2 c2
                    d1,      left@base,     d1 c1 b a
                    d1,      -3,            d1 c1 b
                    d1,      d1,            ''
                    """)
    void downgradeTakesDown(String rows, String target, String down) {
        assertThat(resolver(FORK, rows).downgrade(Target.parse(target)).revisions())
                .isEqualTo(ids(down));
    }

    @Test
    void alongABranchWhatDependsOnItComesDownToo() {
        TargetResolver resolver = resolver("a1#lib <- a2, b1 <- b2!a2 <- b3", "b3");

        assertThat(resolver.downgrade(Target.parse("lib@base")).revisions()).isEqualTo(ids("b3 b2 a2 a1"));
        assertThat(resolver.downgrade(Target.parse("lib@-1")).revisions()).isEqualTo(ids("b3 b2 a2"));
    }

    @Test
    void whatDependsOnTheBranchMayLieAcrossTheFork() {
        TargetResolver resolver = resolver("a <- left1#left, a <- right1!left1", "right1");

        assertThat(resolver.downgrade(Target.parse("left@base")).revisions()).isEqualTo(ids("right1 left1 a"));
    }

    @Test
    void idsWithDotsCountLikeOthers() {
        TargetResolver resolver = resolver("v1.0 <- v1.1 <- v1.2", "v1.2");

        assertThat(resolver.upgrade(List.of(Target.parse("v1.0+1")))).isEqualTo(ids("v1.1"));
        assertThat(resolver.downgrade(Target.parse("v1.2-2")).to()).contains(id("v1.0"));
    }

    @Test
    void severalTargetsAreReachedTogether() {
        assertThat(resolver(FORK, "").upgrade(List.of(Target.parse("d2"), Target.parse("c1"))))
                .isEqualTo(ids("c1 d2"));
    }

    @Test
    void aStampMovesTheRowsOfItsLineOnly() {
        TargetResolver resolver = resolver(FORK, "d1 c2");

        assertThat(stamped(resolver, "left")).isEqualTo(heads("c1 c2"));
        assertThat(stamped(resolver, "heads")).isEqualTo(heads("d1 d2"));
        assertThat(stamped(resolver, "b")).isEqualTo(heads("b"));
        assertThat(stamped(resolver, "left@base")).isEqualTo(heads("c2"));
        assertThat(stamped(resolver, "base")).isEqualTo(CurrentHeads.NONE);
        assertThat(stamped(resolver, "c1", "d1")).isEqualTo(heads("d1 c2"));
    }

    @Test
    void showTakesRevisionsHeadsAndCurrent() {
        TargetResolver resolver = resolver(FORK, "c1");

        assertThat(resolver.show(Target.parse("current"))).isEqualTo(ids("c1"));
        assertThat(resolver.show(Target.parse("right@head"))).isEqualTo(ids("d2"));
        assertThat(resolver.show(Target.parse("-1"))).isEqualTo(ids("c1 c2"));
        assertThat(resolver.show(Target.parse("base"))).isEmpty();
    }

    @ParameterizedTest(name = "history {0}")
    @CsvSource(textBlock = """
                    :,             d1 c1 d2 c2 b a
                    b:,            d1 c1 d2 c2 b
                    :left,         c1 b a
                    b:right,       c2 b
                    current:,      d1 c1
                    :current,      c1 b a
                    current:+1,    d1 c1
                    left@base:,    d1 c1 b a
                    """)
    void historyHoldsBothEnds(String range, String revisions) {
        assertThat(resolver(FORK, "c1").history(TargetRange.parse(range))).isEqualTo(ids(revisions));
    }

    @Test
    void aHistoryMayCountFurtherThanThereIs() {
        TargetResolver resolver = resolver("a <- b", "");

        assertThat(resolver.history(TargetRange.parse("-9:"))).isEqualTo(ids("b a"));
        assertThat(resolver.history(TargetRange.parse(":+9"))).isEqualTo(ids("b a"));
    }

    @ParameterizedTest(name = "history {0}")
    @CsvSource(textBlock = """
                    -1:,           0004 0003 0001
                    -2:,           0004 0003 0002 0001
                    -1:0004,       0004 0003
                    -1:heads,      0004 0003 0001
                    0004-1:,       0004 0003
                    0003-1:0004,   0004 0003 0002
                    0004-9:0003,   0003 0002
                    0002+1:,       0004 0003
                    head-1:,       AMBIGUOUS
                    """)
    void aHistoryThatCountsDownKeepsTheHeadsWithAShorterLine(String range, String revisions) {
        TargetResolver resolver = resolver("0001, 0002 <- 0003 <- 0004", "");

        if (revisions.equals("AMBIGUOUS")) {
            assertThat(catchThrowableOfType(TargetException.class, () -> resolver.history(TargetRange.parse(range)))
                            .kind())
                    .isEqualTo(TargetException.Kind.MULTIPLE_HEADS);
            return;
        }
        assertThat(resolver.history(TargetRange.parse(range))).containsExactlyInAnyOrderElementsOf(ids(revisions));
    }

    @Test
    void aShorterLineKeepsWhatItSharesWithALongerOne() {
        TargetResolver resolver = resolver("r <- x, r <- a <- b <- c", "");

        assertThat(resolver.history(TargetRange.parse("-2:"))).containsExactlyInAnyOrderElementsOf(ids("c b a x r"));
        assertThat(resolver.history(TargetRange.parse("-1:"))).containsExactlyInAnyOrderElementsOf(ids("c b x r"));
        assertThat(resolver.history(TargetRange.parse("-2:c"))).isEqualTo(ids("c b a"));
    }

    @Test
    void aHistoryOfABranchCountsFromItsOwnHeads() {
        TargetResolver resolver = resolver(FORK + ", z!d1", "");

        assertThat(resolver.history(TargetRange.parse("left@-1:"))).isEqualTo(ids("d1 c1"));
        assertThat(resolver.history(TargetRange.parse("left@base:"))).isEqualTo(ids("d1 c1 b a"));
        assertThat(resolver.history(TargetRange.parse("c2@-1:"))).isEqualTo(ids("d2 c2"));
    }

    @Test
    void theHeadsOfABranchAreThoseThatNoOtherOneOfItNeeds() {
        TargetResolver resolver = resolver("0001 <- 0002, 0001 <- 0003!0002", "");
        TargetException several =
                catchThrowableOfType(TargetException.class, () -> resolver.upgrade(List.of(Target.parse("0001@head"))));

        assertThat(several.action())
                .isEqualTo("Merge them with `migration merge 0002 0003`, or upgrade to `0001@heads`.");
        assertThat(resolver.upgrade(List.of(Target.parse("0001@heads")))).isEqualTo(ids("0003"));
        assertThat(resolver.stamp(List.of(Target.parse("0001@heads"))).after()).isEqualTo(heads("0003"));
        assertThat(resolver.show(Target.parse("0001@heads"))).isEqualTo(ids("0003"));
    }

    @Test
    void aNewRevisionRevisesTheHead() {
        TargetResolver resolver = resolver("abcd1 <- abcd2#lib", "");

        assertThat(newRevision(resolver, "head", Splice.REFUSED, "lib", "abcd1"))
                .isEqualTo(new NewRevision(ids("abcd2"), List.of("lib", "abcd1")));
        assertThat(newRevision(resolver, "abcd1", Splice.ALLOWED)).isEqualTo(new NewRevision(ids("abcd1"), List.of()));
        assertThat(newRevision(resolver, "base", Splice.REFUSED)).isEqualTo(new NewRevision(List.of(), List.of()));
    }

    @Test
    void aNewRevisionOnAllHeadsMergesThem() {
        assertThat(newRevision(resolver(FORK, ""), "heads", Splice.REFUSED).downRevisions())
                .isEqualTo(ids("d1 d2"));
    }

    private static NewRevision newRevision(TargetResolver resolver, String head, Splice splice, String... dependsOn) {
        return resolver.newRevision(
                List.of(Target.parse(head)),
                splice,
                List.of(dependsOn).stream().map(Target::parse).toList());
    }

    private static CurrentHeads stamped(TargetResolver resolver, String... targets) {
        return resolver.stamp(List.of(targets).stream().map(Target::parse).toList())
                .after();
    }

    private static TargetResolver resolver(String graph, String rows) {
        return new TargetResolver(graph(graph), heads(rows));
    }
}
