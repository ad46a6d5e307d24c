package dev.athanor.migration.conformance;

import dev.athanor.migration.plan.TestScripts;
import java.util.*;
import org.junit.jupiter.api.Test;

class ConformanceTests {
    @Test
    void probe() {
        Map<Object, Integer> counts = new TreeMap<>();
        Map<String, List<String>> diffs = new TreeMap<>();
        for (Case each : Case.all()) {
            if (each.mustFail()) continue;
            Engine engine = new Engine(TestScripts.directory(each.revisions()));
            for (RecordedStep step : each.steps()) {
                Answer answer;
                try {
                    answer = engine.answer(step);
                } catch (RuntimeException e) {
                    System.out.println("CRASH " + step + " " + e);
                    continue;
                }
                Comparison.Verdict verdict = new Comparison(engine.graph(), step, answer).verdict();
                counts.merge(verdict, 1, Integer::sum);
                if (verdict == Comparison.Verdict.DIFFERENT) {
                    String key = step.command() + " " + step.errorKind().orElse("ok") + " "
                            + (step.json().get("marks").path("anomaly").asString(""))
                            + step.idealError().orElse("") + " ours "
                            + (answer instanceof Answer.Refused
                                    ? answer
                                    : answer.getClass().getSimpleName());
                    diffs.computeIfAbsent(key, k -> new ArrayList<>())
                            .add(step + " -> " + answer + " expected " + step.expect());
                }
            }
        }
        System.out.println(counts);
        diffs.forEach((k, v) -> {
            System.out.println("== " + k + " " + v.size());
            v.stream()
                    .limit(Integer.getInteger("n", 4))
                    .forEach(x -> System.out.println("    " + x.substring(0, Math.min(500, x.length()))));
        });
    }
}
