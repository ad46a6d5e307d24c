package dev.athanor.migration.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.athanor.migration.graph.Heads;
import dev.athanor.migration.graph.LargeGraphs;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.script.ScriptDirectory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten thousand revisions of every shape; each takes a fraction of a second, the bound only catches a square. */
class ScaleTests {

    private static final Duration GENEROUS = Duration.ofSeconds(10);

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("line", LargeGraphs.line(10_000)),
                Arguments.of("ladder of merges", LargeGraphs.ladder(10_000)),
                Arguments.of("fan of 5,000 heads", LargeGraphs.fan(5_000)),
                Arguments.of("broom of 100 long lines", LargeGraphs.broom(100, 100)),
                Arguments.of("random with dependencies", LargeGraphs.random(10_000, 42)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void plansLargeGraphsUpAndDown(String shape, List<Revision> revisions) {
        assertTimeoutPreemptively(GENEROUS, () -> {
            ScriptDirectory directory = TestScripts.directory(revisions);
            Planner planner = new Planner(directory);

            MigrationPlan up = planner.upgrade(Heads.NONE, List.of("heads"));
            MigrationPlan down = planner.downgrade(up.after(), "base");

            assertThat(up.steps()).as(shape).hasSize(revisions.size());
            assertThat(up.after()).isEqualTo(Heads.of(directory.graph().realHeads()));
            assertThat(down.steps()).hasSize(revisions.size());
            assertThat(down.after()).isEqualTo(Heads.NONE);
        });
    }
}
