package dev.athanor.migration.graph;

import static dev.athanor.migration.graph.GraphNotation.graph;
import static dev.athanor.migration.graph.GraphNotation.heads;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class GraphPlannerTests {

    private final GraphPlanner planner = new GraphPlanner(graph("a <- b1, a <- b2, b1+b2 <- m"));

    @Test
    void upgradeNeedsNoScripts() {
        assertThat(planner.upgrade(CurrentHeads.NONE, Target.parseAll("heads")).stream()
                        .map(GraphPlannerTests::text))
                .containsExactly("a: base -> a", "b2: a -> b2", "b1: b2 -> b1, b2", "m: b1, b2 -> m");
    }

    @Test
    void upgradeIsEmptyWhenNothingIsMissing() {
        assertThat(planner.upgrade(heads("m"), Target.parseAll("heads", "b1"))).isEmpty();
    }

    @Test
    void downgradeGivesRowsBackToWhatNothingElseNeeds() {
        assertThat(planner.downgrade(heads("m"), Target.parse("base")).stream().map(GraphPlannerTests::text))
                .containsExactly("m: m -> b1, b2", "b1: b1, b2 -> b2", "b2: b2 -> a", "a: a -> base");
    }

    @Test
    void stampMovesTheRows() {
        assertThat(planner.stamp(heads("b1 b2"), Target.parseAll("m")).after()).isEqualTo(heads("m"));
    }

    @Test
    void rowsThatTheGraphDoesNotKnowAreRefused() {
        TargetException refused = catchThrowableOfType(
                TargetException.class, () -> planner.upgrade(heads("dead"), List.of(new Target.AllHeads())));

        assertThat(refused.kind()).isEqualTo(TargetException.Kind.UNKNOWN_CURRENT);
    }

    private static String text(GraphStep step) {
        return step.revision() + ": " + step.before() + " -> " + step.after();
    }
}
