package dev.athanor.migration.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.NaiveGraph;
import dev.athanor.migration.graph.RandomGraphs;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.TargetException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests the set formulas on random graphs and rows. */
class PlanPropertyTests {

    private static final int GRAPHS = 3_000;

    /** Holds a graph with rows that it could have led to. */
    private record Setting(
            NaiveGraph graph, TypedPlanner planner, CurrentHeads rows, List<RevisionId> ids, Random random) {

        static Setting of(List<Revision> revisions) {
            NaiveGraph graph = new NaiveGraph(revisions);
            Random random = new Random(revisions.hashCode());
            List<RevisionId> ids = revisions.stream().map(Revision::id).toList();
            List<RevisionId> reached = new ArrayList<>();
            for (int chance = random.nextInt(4); chance > 0; chance--) {
                reached.add(ids.get(random.nextInt(ids.size())));
            }
            CurrentHeads rows = graph.headsOf(graph.ancestorsAndSelf(reached, EdgeKind.ALL));
            return new Setting(graph, new TypedPlanner(TestScripts.directory(revisions)), rows, ids, random);
        }

        RevisionId any() {
            return ids.get(random.nextInt(ids.size()));
        }

        Set<RevisionId> applied(CurrentHeads heads) {
            return graph.ancestorsAndSelf(heads.ids(), EdgeKind.ALL);
        }
    }

    @Test
    void anUpgradeAppliesWhatTheTargetNeedsAndNothingElse() {
        RandomGraphs.graphs(GRAPHS).map(Setting::of).forEach(setting -> {
            RevisionId target = setting.any();

            MigrationPlan plan = setting.planner().upgrade(setting.rows(), List.of(target.value()));

            Set<RevisionId> wanted = new HashSet<>(setting.applied(setting.rows()));
            wanted.addAll(setting.graph().ancestorsAndSelf(List.of(target), EdgeKind.ALL));
            assertThat(plan.after()).isEqualTo(setting.graph().headsOf(wanted));
            assertStepsHold(setting, plan);
        });
    }

    @Test
    void aDowngradeTakesDownWhatIsAppliedAboveTheTargetAndTheWayBackRestoresTheRows() {
        AtomicInteger possible = new AtomicInteger();
        RandomGraphs.graphs(GRAPHS).map(Setting::of).forEach(setting -> {
            RevisionId target = setting.any();
            Set<RevisionId> applied = setting.applied(setting.rows());
            Set<RevisionId> down = setting.graph()
                    .descendantsAndSelf(setting.graph().children(target, EdgeKind.DOWN_REVISIONS), EdgeKind.ALL);
            down.retainAll(applied);
            if (down.isEmpty() && !setting.rows().contains(target)) {
                assertRefused(setting, target);
                return;
            }
            possible.incrementAndGet();

            MigrationPlan plan = setting.planner().downgrade(setting.rows(), target.value());
            MigrationPlan back = setting.planner().upgrade(plan.after(), strings(setting.rows()));

            applied.removeAll(down);
            assertThat(plan.after()).isEqualTo(setting.graph().headsOf(applied));
            assertThat(setting.applied(plan.after())).contains(target);
            assertStepsHold(setting, plan);
            assertThat(back.after()).isEqualTo(setting.rows());
        });
        assertThat(possible.get()).isGreaterThan(GRAPHS / 3);
    }

    @Test
    void alongABranchNothingComesDownButTheBranchAndWhatDependsOnIt() {
        AtomicInteger possible = new AtomicInteger();
        RandomGraphs.graphs(GRAPHS).map(Setting::of).forEach(setting -> {
            RevisionId branch = setting.any();
            Set<RevisionId> line = line(setting.graph(), branch);
            try {
                MigrationPlan plan = setting.planner().downgrade(setting.rows(), branch + "@base");
                Set<RevisionId> down = new HashSet<>();
                plan.steps().forEach(step -> down.addAll(step.revisions()));

                possible.addAndGet(plan.isEmpty() ? 0 : 1);
                assertThat(down).allMatch(id -> line.contains(id) || dependsOn(setting.graph(), id, line, down));
            } catch (TargetException e) {
                assertThat(e.kind()).isEqualTo(TargetException.Kind.CROSSES_BRANCHES);
            }
        });
        assertThat(possible.get()).isGreaterThan(GRAPHS / 4);
    }

    private static Set<RevisionId> line(NaiveGraph graph, RevisionId branch) {
        Set<RevisionId> line = new HashSet<>(graph.ancestorsAndSelf(Set.of(branch), EdgeKind.DOWN_REVISIONS));
        line.addAll(graph.descendantsAndSelf(Set.of(branch), EdgeKind.DOWN_REVISIONS));
        return line;
    }

    /**
     * Returns whether the revision, or something outside the line that it needs, depends on a revision of the line that
     * is taken back.
     */
    private static boolean dependsOn(NaiveGraph graph, RevisionId id, Set<RevisionId> line, Set<RevisionId> down) {
        return graph.ancestorsAndSelf(Set.of(id), EdgeKind.ALL).stream()
                .filter(each -> down.contains(each) && !line.contains(each))
                .anyMatch(each -> {
                    Set<RevisionId> dependencies = new HashSet<>(graph.needs(each, EdgeKind.ALL));
                    dependencies.removeAll(graph.ancestorsAndSelf(Set.of(each), EdgeKind.DOWN_REVISIONS));
                    return dependencies.stream().anyMatch(need -> line.contains(need) && down.contains(need));
                });
    }

    @Test
    void whatLeavesTheLineAtAForkStaysWhereStoppingAtTheForkWouldKeepIt() {
        AtomicInteger possible = new AtomicInteger();
        RandomGraphs.graphs(GRAPHS).map(Setting::of).forEach(setting -> {
            RevisionId branch = setting.any();
            for (String target : List.of("base", "-1", "-2", setting.any().value())) {
                Set<RevisionId> down = takenDown(setting, branch + "@" + target);
                possible.addAndGet(assertNothingCrosses(setting.graph(), line(setting.graph(), branch), down));
            }
        });
        assertThat(possible.get()).isGreaterThan(GRAPHS / 40);
    }

    private static Set<RevisionId> takenDown(Setting setting, String target) {
        Set<RevisionId> down = new HashSet<>();
        try {
            setting.planner().downgrade(setting.rows(), target).steps().forEach(step -> down.addAll(step.revisions()));
        } catch (TargetException refused) {
            assertThat(down).isEmpty();
        }
        return down;
    }

    private static int assertNothingCrosses(NaiveGraph graph, Set<RevisionId> line, Set<RevisionId> down) {
        int forks = 0;
        for (RevisionId id : down) {
            Set<RevisionId> below = graph.ancestorsAndSelf(Set.of(id), EdgeKind.DOWN_REVISIONS);
            below.retainAll(line.contains(id) ? Set.of() : line);
            below.retainAll(down);
            for (RevisionId fork : below) {
                forks++;
                Set<RevisionId> above = graph.children(fork, EdgeKind.DOWN_REVISIONS);
                above.retainAll(line);
                assertThat(graph.ancestorsAndSelf(Set.of(id), EdgeKind.ALL)).anyMatch(above::contains);
            }
        }
        return forks;
    }

    @Test
    void downToBaseAndUpToHeadsAreTheEndsOfEveryGraph() {
        RandomGraphs.graphs(GRAPHS).map(Setting::of).forEach(setting -> {
            MigrationPlan down = setting.planner().downgrade(setting.rows(), "base");
            MigrationPlan up = setting.planner().upgrade(down.after(), List.of("heads"));

            assertThat(down.after()).isEqualTo(CurrentHeads.NONE);
            assertThat(down.steps()).hasSameSizeAs(setting.applied(setting.rows()));
            assertStepsHold(setting, down);
            assertThat(up.after()).isEqualTo(setting.graph().headsOf(setting.ids()));
            assertThat(up.steps()).hasSameSizeAs(setting.ids());
            assertStepsHold(setting, up);
        });
    }

    @Test
    void aStampReplacesTheRowsOnTheLinesOfItsTargets() {
        RandomGraphs.graphs(GRAPHS).map(Setting::of).forEach(setting -> {
            Set<RevisionId> targets = new TreeSet<>(List.of(setting.any(), setting.any()));
            Set<RevisionId> related = new HashSet<>(setting.graph().ancestorsAndSelf(targets, EdgeKind.ALL));
            related.addAll(setting.graph().descendantsAndSelf(targets, EdgeKind.ALL));
            List<RevisionId> expected =
                    new ArrayList<>(setting.graph().headsOf(targets).ids());
            setting.rows().ids().stream().filter(row -> !related.contains(row)).forEach(expected::add);

            MigrationPlan plan =
                    setting.planner().stamp(setting.rows(), strings(CurrentHeads.of(targets)), StampMode.MOVE);

            assertThat(plan.after()).isEqualTo(CurrentHeads.of(expected));
            assertThat(plan.after()).isEqualTo(setting.graph().headsOf(expected));
            assertRowChanges(plan);
        });
    }

    private static void assertRefused(Setting setting, RevisionId target) {
        assertThat(catchThrowableOfType(TargetException.class, () -> setting.planner()
                                .downgrade(setting.rows(), target.value()))
                        .kind())
                .isEqualTo(TargetException.Kind.NOT_AN_ANCESTOR);
    }

    private static void assertStepsHold(Setting setting, MigrationPlan plan) {
        Set<RevisionId> applied = setting.applied(plan.before());
        CurrentHeads rows = plan.before();
        for (Step step : plan.steps()) {
            RevisionId revision = step.revisions().get(0);
            assertThat(step.before()).isEqualTo(rows);
            if (step instanceof Step.Upgrade) {
                assertThat(applied).containsAll(setting.graph().needs(revision, EdgeKind.ALL));
                assertThat(applied.add(revision)).isTrue();
            } else {
                assertThat(applied.remove(revision)).isTrue();
                assertThat(setting.graph().children(revision, EdgeKind.ALL)).noneMatch(applied::contains);
            }
            assertThat(step.after()).isEqualTo(setting.graph().headsOf(applied));
            rows = step.after();
        }
        assertThat(plan.after()).isEqualTo(rows);
        assertRowChanges(plan);
    }

    private static void assertRowChanges(MigrationPlan plan) {
        for (Step step : plan.steps()) {
            Set<RevisionId> rows = new HashSet<>(step.before().ids());
            for (RowChange change : step.rowChanges()) {
                apply(change, rows);
            }
            assertThat(CurrentHeads.of(rows)).isEqualTo(step.after());
        }
    }

    private static void apply(RowChange change, Set<RevisionId> rows) {
        if (change instanceof RowChange.Insert insert) {
            assertThat(rows.add(insert.revision())).isTrue();
        } else if (change instanceof RowChange.Delete delete) {
            assertThat(rows.remove(delete.revision())).isTrue();
        } else if (change instanceof RowChange.Update update) {
            assertThat(rows.remove(update.from())).isTrue();
            assertThat(rows.add(update.to())).isTrue();
        }
    }

    private static List<String> strings(CurrentHeads heads) {
        return heads.ids().stream().map(RevisionId::value).toList();
    }
}
