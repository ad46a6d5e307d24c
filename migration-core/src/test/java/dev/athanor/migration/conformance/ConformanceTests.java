package dev.athanor.migration.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.athanor.migration.conformance.Comparison.Verdict;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.GraphProblem;
import dev.athanor.migration.graph.InvalidGraphException;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.MigrationRequest;
import dev.athanor.migration.plan.TestScripts;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case computed with Alembic itself, and every step of it. */
class ConformanceTests {

    private final List<Case> cases = Case.all();

    @TestFactory
    Stream<DynamicNode> refusesWhatIsNoGraph() {
        return cases.stream()
                .filter(Case::mustFail)
                .map(each -> dynamicTest(each.id() + " " + each.failure(), () -> assertRefused(each)));
    }

    @TestFactory
    Stream<DynamicNode> knowsTheFactsOfEveryGraph() {
        return graphs().map(each -> dynamicTest(each.id(), () -> {
            RevisionGraph graph = RevisionGraph.of(each.revisions());

            new FactsComparison(graph, each).assertSame();
        }));
    }

    @TestFactory
    Stream<DynamicNode> answersEveryStep() {
        return graphs().map(each -> {
            Engine engine = engine(each);
            return dynamicContainer(
                    each.id(),
                    each.steps().stream().map(step -> dynamicTest(step.toString(), () -> assertStep(engine, step))));
        });
    }

    @Test
    void leavesNoStepOut() {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        Set<DifferenceRule> used = EnumSet.noneOf(DifferenceRule.class);
        graphs().forEach(each -> {
            Engine engine = engine(each);
            for (RecordedStep step : each.steps()) {
                Verdict verdict = verdict(engine, step, engine.answer(step));
                verdicts.merge(verdict, 1, Integer::sum);
                if (verdict == Verdict.DIFFERENT) {
                    DifferenceRule.of(new Situation(engine, step)).ifPresent(used::add);
                }
            }
        });

        assertThat(cases).hasSize(460);
        assertThat(graphs()).hasSize(418);
        assertThat(verdicts)
                .containsOnly(
                        Map.entry(Verdict.SAME, 5189),
                        Map.entry(Verdict.IDEAL, 238),
                        Map.entry(Verdict.ALEMBIC_DIES, 31),
                        Map.entry(Verdict.ODD_ROWS, 34),
                        Map.entry(Verdict.ROW_ORDER_REFUSED, 55),
                        Map.entry(Verdict.DIFFERENT, 88));
        assertThat(used).as("rules that apply").containsExactly(DifferenceRule.values());
    }

    private Stream<Case> graphs() {
        return cases.stream().filter(each -> !each.mustFail());
    }

    private static Engine engine(Case each) {
        return new Engine(TestScripts.directory(each.revisions()));
    }

    private static Verdict verdict(Engine engine, RecordedStep step, Answer answer) {
        return new Comparison(engine.graph(), step, answer).verdict();
    }

    private void assertStep(Engine engine, RecordedStep step) {
        Answer answer = engine.answer(step);
        Verdict verdict = verdict(engine, step, answer);
        if (verdict == Verdict.DIFFERENT) {
            assertThat(isAllowed(engine, step, answer))
                    .as("%s%nours:   %s%ntheirs: %s", step, answer, step.expect())
                    .isTrue();
        }
    }

    /** No rule may excuse a wrong answer: ours, changed in any way, is not allowed any more. */
    @TestFactory
    Stream<DynamicNode> rulesAllowOneAnswerOnly() {
        return graphs().flatMap(each -> {
            Engine engine = engine(each);
            return each.steps().stream()
                    .filter(step -> verdict(engine, step, engine.answer(step)) == Verdict.DIFFERENT)
                    .map(step -> dynamicTest(step.toString(), () -> assertOthersRefused(engine, step)));
        });
    }

    private static void assertOthersRefused(Engine engine, RecordedStep step) {
        Answer ours = engine.answer(step);
        wrong(ours, engine).forEach(answer -> assertThat(isAllowed(engine, step, answer))
                .as("%s instead of %s", answer, ours)
                .isFalse());
    }

    private static Stream<Answer> wrong(Answer ours, Engine engine) {
        Stream<Answer> listed = Stream.of(
                new Answer.Listed(engine.graph().bases()),
                new Answer.Listed(engine.graph().history()));
        Stream<Answer> refused = Stream.of(
                        TargetException.Kind.OVERLAPPING_REVISIONS, TargetException.Kind.MULTIPLE_HEADS)
                .map(Answer.Refused::new);
        Stream<Answer> planned = Stream.of(
                        MigrationPlan.nothing(MigrationRequest.downgrade("base"), CurrentHeads.NONE),
                        MigrationPlan.nothing(
                                MigrationRequest.upgrade("heads"),
                                CurrentHeads.of(engine.graph().realHeads())))
                .map(Answer.Planned::new);
        return Stream.of(listed, refused, planned, shorter(ours))
                .flatMap(answers -> answers)
                .filter(answer -> !answer.toString().equals(ours.toString()));
    }

    private static Stream<Answer> shorter(Answer ours) {
        if (ours instanceof Answer.Listed listed && !listed.revisions().isEmpty()) {
            List<RevisionId> all = listed.revisions();
            return Stream.of(
                    new Answer.Listed(all.subList(1, all.size())), new Answer.Listed(all.subList(0, all.size() - 1)));
        }
        if (ours instanceof Answer.Planned planned && !planned.plan().isEmpty()) {
            MigrationPlan plan = planned.plan();
            return Stream.of(new Answer.Planned(new MigrationPlan(
                    plan.command(),
                    plan.targets(),
                    plan.before(),
                    plan.steps().subList(1, plan.steps().size()),
                    plan.after())));
        }
        return Stream.empty();
    }

    private static boolean isAllowed(Engine engine, RecordedStep step, Answer answer) {
        Situation situation = new Situation(engine, step);
        return DifferenceRule.of(situation)
                .filter(rule -> rule.allows(situation, answer))
                .isPresent();
    }

    private static void assertRefused(Case each) {
        if (each.failure().equals("ILLEGAL_REVISION_ID")) {
            assertThatExceptionOfType(MigrationException.class).isThrownBy(each::revisions);
            return;
        }
        assertThatExceptionOfType(InvalidGraphException.class)
                .isThrownBy(() -> RevisionGraph.of(each.revisions()))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(ConformanceTests::kind)
                        .contains(each.failure()));
    }

    private static String kind(GraphProblem problem) {
        if (problem instanceof GraphProblem.Cycle cycle) {
            String knot = cycle.path().size() == 1 ? "SELF_LOOP" : "CYCLE";
            return cycle.edges() == EdgeKind.ALL ? "DEPENDENCY_" + knot : knot;
        }
        return Map.of(
                        GraphProblem.MissingDownRevision.class, "MISSING_DOWN_REVISION",
                        GraphProblem.MissingDependency.class, "MISSING_DEPENDENCY",
                        GraphProblem.DuplicateLabel.class, "DUPLICATE_BRANCH_LABEL",
                        GraphProblem.LabelIsRevisionId.class, "DUPLICATE_BRANCH_LABEL")
                .getOrDefault(problem.getClass(), problem.getClass().getSimpleName());
    }
}
