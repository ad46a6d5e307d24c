package dev.athanor.migration.plan;

import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders a plan as text. */
final class PlanText {

    private PlanText() {}

    static String of(MigrationPlan plan) {
        return Stream.concat(
                        Stream.of(title(plan) + effect(plan)),
                        plan.steps().stream().map(PlanText::line))
                .collect(Collectors.joining("\n"));
    }

    /** Returns what the plan removes and leaves, because below a merge point the rows alone do not show it. */
    private static String effect(MigrationPlan plan) {
        boolean takesMergeBack = plan.steps().stream()
                .anyMatch(step -> step instanceof Step.Downgrade downgrade
                        && downgrade.script().revision().downRevisions().size() > 1);
        return takesMergeBack
                ? "; it removes "
                        + CappedList.of(plan.steps().stream()
                                .flatMap(step -> step.revisions().stream())
                                .toList())
                        + " and leaves " + plan.after()
                : "";
    }

    static String withStatements(MigrationPlan plan) {
        return Stream.concat(
                        Stream.of(title(plan) + effect(plan)),
                        plan.steps().stream().map(step -> line(step) + code(step) + statements(step.statements())))
                .collect(Collectors.joining("\n"));
    }

    private static String code(Step step) {
        return step.code().map(code -> "\n      -- " + code.describe()).orElse("");
    }

    private static String statements(List<Statement> statements) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < statements.size(); index++) {
            text.append("\n    ").append(index + 1).append(" of ").append(statements.size());
            text.append('\n')
                    .append(statements.get(index).sql().indent(6).stripTrailing())
                    .append(';');
        }
        return text.toString();
    }

    static String title(MigrationPlan plan) {
        String command = plan.command().word() + " " + String.join(" ", plan.targets()) + ": ";
        if (plan.isEmpty()) {
            return command + "nothing to do, the database is at " + plan.before();
        }
        int steps = plan.steps().size();
        return command + steps + (steps == 1 ? " step, from " : " steps, from ") + plan.before() + " to "
                + plan.after();
    }

    private static String line(Step step) {
        return "  " + describe(step) + condition(step) + rows(step.rowChanges());
    }

    private static String condition(Step step) {
        return step.accept(new Step.Visitor<>() {
            @Override
            public String upgrade(Step.Upgrade upgrade) {
                return extension(upgrade.script().upgrade());
            }

            @Override
            public String downgrade(Step.Downgrade downgrade) {
                return condition(downgrade.script().downgrade());
            }

            @Override
            public String stamp(Step.Stamp stamp) {
                return "";
            }
        });
    }

    private static String condition(Downgrade downgrade) {
        return downgrade instanceof Downgrade.Nothing
                ? ", nothing to take back"
                : downgrade.wayBack().map(PlanText::extension).orElse("");
    }

    private static String extension(Section section) {
        return section.extension()
                .map(extension -> " if the server offers extension " + extension)
                .orElse("");
    }

    static String describe(Step step) {
        return step.accept(new Step.Visitor<>() {
            @Override
            public String upgrade(Step.Upgrade upgrade) {
                return "upgrade " + upgrade.script().describe();
            }

            @Override
            public String downgrade(Step.Downgrade downgrade) {
                return "downgrade " + downgrade.script().describe();
            }

            @Override
            public String stamp(Step.Stamp stamp) {
                return "stamp " + (stamp.revisions().isEmpty() ? "base" : CappedList.of(stamp.revisions()));
            }
        });
    }

    private static String rows(List<RowChange> changes) {
        return changes.stream().map(RowChange::toString).collect(Collectors.joining(", ", ": ", ""));
    }
}
