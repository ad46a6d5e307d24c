package dev.athanor.migration.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.LargeGraphs;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.script.ScriptDirectory;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests ten thousand revisions of every shape. Each case takes a fraction of a second; the bound only catches quadratic
 * time.
 */
class ScaleTests {

    private static final Duration GENEROUS = Duration.ofSeconds(10);

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("line", LargeGraphs.line(10_000)),
                Arguments.of("ladder of merges", LargeGraphs.ladder(10_000)),
                Arguments.of("fan of 5,000 heads", LargeGraphs.fan(5_000)),
                Arguments.of("broom of 100 long lines", LargeGraphs.broom(100, 100)),
                Arguments.of("random with dependencies", LargeGraphs.random(10_000, 42)),
                Arguments.of("thicket of thousands of heads", LargeGraphs.thicket(20_000)),
                Arguments.of("fan merged", LargeGraphs.merged(LargeGraphs.fan(10_000))),
                Arguments.of("two lines that depend on each other", LargeGraphs.coupledLines(20_000)),
                Arguments.of("line with a label each", LargeGraphs.labelled(LargeGraphs.line(5_000))),
                Arguments.of("ladder with a label each", LargeGraphs.labelled(LargeGraphs.ladder(5_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void plansLargeGraphsUpAndDown(String shape, List<Revision> revisions) {
        assertTimeoutPreemptively(GENEROUS, () -> {
            ScriptDirectory directory = TestScripts.directory(revisions);
            TypedPlanner planner = new TypedPlanner(directory);

            MigrationPlan up = planner.upgrade(CurrentHeads.NONE, List.of("heads"));
            MigrationPlan down = planner.downgrade(up.after(), "base");

            assertThat(up.steps()).as(shape).hasSize(revisions.size());
            assertThat(up.after()).isEqualTo(CurrentHeads.of(directory.graph().realHeads()));
            assertThat(down.steps()).hasSize(revisions.size());
            assertThat(down.after()).isEqualTo(CurrentHeads.NONE);
            assertThat(up.toString().lines()).hasSize(revisions.size() + 1);
            assertThat(down.toString().lines()).hasSize(revisions.size() + 1);
        });
    }

    /** Measures memory, because quadratic copies show in the rows of all steps together and in the row changes. */
    @Test
    void aStepTakesWhatItChangesHoweverManyRowsThereAre() {
        long few = memoryPerStep(LargeGraphs.broom(10, 1_000));
        long many = memoryPerStep(LargeGraphs.fan(10_000));

        assertThat(many).isLessThan(3 * few);
    }

    private static long memoryPerStep(List<Revision> revisions) {
        ScriptDirectory directory = TestScripts.directory(revisions);
        TypedPlanner planner = new TypedPlanner(directory);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        MigrationPlan up = planner.upgrade(CurrentHeads.NONE, List.of("heads"));
        MigrationPlan down = planner.downgrade(up.after(), "base");
        Stream.of(up, down)
                .flatMap(plan -> plan.steps().stream())
                .forEach(step -> assertThat(step.rowChanges().size()).isBetween(1, 2));
        return (memory.getCurrentThreadAllocatedBytes() - before) / revisions.size();
    }
}
