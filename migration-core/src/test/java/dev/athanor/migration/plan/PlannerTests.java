package dev.athanor.migration.plan;

import static dev.athanor.migration.graph.GraphNotation.heads;
import static dev.athanor.migration.graph.GraphNotation.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.graph.TargetException.Kind;
import dev.athanor.migration.script.Downgrade;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PlannerTests {

    private static final String DIAMOND = "a <- b1, a <- b2, b1+b2 <- m";

    @Test
    void upgradeAppliesEveryNeedFirst() {
        MigrationPlan plan = planner(DIAMOND).upgrade(CurrentHeads.NONE, List.of("head"));

        assertThat(plan).hasToString("""
                        upgrade head: 4 steps, from base to m
                          upgrade a (make a): insert a
                          upgrade b2 (make b2): update a to b2
                          upgrade b1 (make b1): insert b1
                          upgrade m (make m): delete b1, update b2 to m""");
        assertThat(plan.after()).isEqualTo(heads("m"));
    }

    @Test
    void downgradeGoesTheSameWayBack() {
        MigrationPlan plan = planner(DIAMOND).downgrade(heads("m"), "base");

        assertThat(plan).hasToString("""
                        downgrade base: 4 steps, from m to base; it removes m, b1, b2, a and leaves base
                          downgrade m (make m): insert b1, update m to b2
                          downgrade b1 (make b1): delete b1
                          downgrade b2 (make b2): update b2 to a
                          downgrade a (make a): delete a""");
    }

    @Test
    void nothingToDoIsAnEmptyPlan() {
        MigrationPlan plan = planner(DIAMOND).upgrade(heads("m"), List.of("heads"));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.after()).isEqualTo(heads("m"));
        assertThat(plan).hasToString("upgrade heads: nothing to do, the database is at m");
    }

    @Test
    void aDependencyThatComesBackIsARowAgain() {
        MigrationPlan plan = planner("a1 <- a2, b1 <- b2!a2").downgrade(heads("b2"), "b1");

        assertThat(plan.after()).isEqualTo(heads("a2 b1"));
    }

    @Test
    void stampIsOneStepThatRunsNothing() {
        MigrationPlan plan = planner(DIAMOND).stamp(heads("b1 b2"), List.of("m"), StampMode.MOVE);

        assertThat(plan).hasToString("""
                        stamp m: 1 step, from b1, b2 to m
                          stamp m: delete b1, update b2 to m""");
        assertThat(plan.steps().get(0).revisions()).isEqualTo(ids("m"));
    }

    @Test
    void stampOfWhatIsThereDoesNothing() {
        assertThat(planner(DIAMOND)
                        .stamp(heads("m"), List.of("head"), StampMode.MOVE)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void purgeReplacesRowsThatNoScriptKnows() {
        MigrationPlan plan = planner(DIAMOND).stamp(heads("dead beef"), List.of("a"), StampMode.PURGE);

        assertThat(plan).hasToString("""
                        stamp a: 1 step, from beef, dead to a
                          stamp a: delete beef, update dead to a""");
    }

    @Test
    void rowsThatNoScriptKnowsStopEveryOtherPlan() {
        TypedPlanner planner = planner(DIAMOND);

        assertThat(kind(() -> planner.upgrade(heads("dead"), List.of("heads")))).isEqualTo(Kind.UNKNOWN_CURRENT);
        assertThat(kind(() -> planner.downgrade(heads("dead"), "base"))).isEqualTo(Kind.UNKNOWN_CURRENT);
        assertThat(kind(() -> planner.stamp(heads("dead"), List.of("a"), StampMode.MOVE)))
                .isEqualTo(Kind.UNKNOWN_CURRENT);
    }

    @Test
    void offlineStartsFromNothingOrFromWhatTheRangeSays() {
        TypedPlanner planner = planner(DIAMOND);

        assertThat(planner.offlineUpgrade("b1")).hasToString("""
                        upgrade b1: 2 steps, from base to b1
                          upgrade a (make a): insert a
                          upgrade b1 (make b1): update a to b1""");
        assertThat(planner.offlineUpgrade("b1:head").before()).isEqualTo(heads("b1"));
        assertThat(planner.offlineDowngrade("b1:base").targets()).containsExactly("b1:base");
        assertThat(planner.offlineDowngrade("b1:base").after()).isEqualTo(CurrentHeads.NONE);
        assertThat(planner.offlineStamp(List.of("a:b1")).after()).isEqualTo(heads("b1"));
    }

    @Test
    void offlineWantsAnEndAndADowngradeABeginning() {
        TypedPlanner planner = planner(DIAMOND);

        assertThat(kind(() -> planner.offlineDowngrade("a"))).isEqualTo(Kind.RANGE_REQUIRED);
        TargetException open = catchThrowableOfType(TargetException.class, () -> planner.offlineUpgrade("a:"));
        assertThat(open.problem()).isEqualTo("The range 'a:' has no end.");
        assertThat(open.action()).isEqualTo("Write `from:to`, such as `migration upgrade a:heads --sql`.");
        TargetException two =
                catchThrowableOfType(TargetException.class, () -> planner.offlineStamp(List.of("a:b1", "b2:m")));
        assertThat(two.problem()).isEqualTo("The ranges start at a and b2, and SQL text has one start.");
        assertThat(two.action()).isEqualTo("Use the same start for every range.");
    }

    @Test
    void downgradeNamesTheFirstOfManyRevisionsWithoutAWayBack() {
        StringBuilder line = new StringBuilder("a");
        Map<String, Downgrade> downgrades = new HashMap<>();
        for (int number = 1; number <= 32; number++) {
            line.append(" <- r").append(number);
            downgrades.put("r" + number, new Downgrade.Missing());
        }
        TypedPlanner planner = new TypedPlanner(TestScripts.directory(line.toString(), downgrades));

        DowngradeRefusedException refused =
                catchThrowableOfType(DowngradeRefusedException.class, () -> planner.downgrade(heads("r32"), "a"));

        assertThat(refused.revisions()).hasSize(32);
        assertThat(refused.problem())
                .startsWith("Of 32 revisions to take down, 32 cannot be, so nothing was touched:\n"
                        + "  r32 has no `-- @downgrade` section (db/revisions/r32.sql),\n")
                .hasLineCount(12)
                .endsWith("\n  and 22 more.");
    }

    @Test
    void downgradeRefusesRevisionsWithoutAWayBackBeforeAnythingIsTouched() {
        TypedPlanner planner = new TypedPlanner(TestScripts.directory(
                "a <- b <- c <- d <- e",
                Map.of(
                        "b", new Downgrade.Irreversible(),
                        "c", new Downgrade.Missing(),
                        "d", new Downgrade.Empty())));

        DowngradeRefusedException refused =
                catchThrowableOfType(DowngradeRefusedException.class, () -> planner.downgrade(heads("e"), "a"));

        assertThat(refused.revisions()).isEqualTo(ids("d c b"));
        assertThat(refused.problem()).isEqualTo("""
                        Of 4 revisions to take down, 3 cannot be, so nothing was touched:
                          d has an empty `-- @downgrade` section (db/revisions/d.sql),
                          c has no `-- @downgrade` section (db/revisions/c.sql),
                          b is marked irreversible (db/revisions/b.sql).""");
        assertThat(refused.action())
                .isEqualTo(
                        "Stop above d with `migration downgrade d`, write their downgrades and accept the changed scripts"
                                + " with `migration repair`, or restore a backup; `migration stamp <revision>` changes only the"
                                + " version table.");
        assertThat(planner.downgrade(heads("e"), "d").steps()).hasSize(1);
    }

    private static Kind kind(ThrowingCallable call) {
        return catchThrowableOfType(TargetException.class, call).kind();
    }

    private static TypedPlanner planner(String notation) {
        return new TypedPlanner(TestScripts.directory(notation));
    }
}
