package dev.athanor.migration.runner;

import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.Step;
import dev.athanor.migration.plan.Steps;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.ExtensionOffer;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.Section;
import dev.athanor.migration.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides, before anything runs, which sections are skipped on a server without an extension. */
final class ExtensionConditions {

    private ExtensionConditions() {}

    /** Returns the plan for this server, which is unchanged if no section needs an extension. */
    static MigrationPlan decide(Session session, MigrationPlan plan) {
        List<String> needed = plan.steps().stream()
                .map(Steps::extension)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (needed.isEmpty()) {
            return plan;
        }
        Set<String> offered = Set.copyOf(session.query(
                "SELECT name::text FROM pg_available_extensions WHERE name = ANY (?)",
                (row, number) -> row.getString(1),
                session.array(needed)));
        List<Step> steps =
                plan.steps().stream().map(step -> decided(step, offered)).toList();
        return new MigrationPlan(plan.command(), plan.targets(), plan.before(), steps, plan.after());
    }

    private static Step decided(Step step, Set<String> offered) {
        Optional<String> extension = Steps.extension(step);
        if (extension.isEmpty()) {
            return step;
        }
        Section section = Steps.section(step)
                .decided(offered.contains(extension.get()) ? ExtensionOffer.OFFERED : ExtensionOffer.NOT_OFFERED);
        RevisionScript script = Steps.script(step);
        return step.accept(new Step.Visitor<>() {
            @Override
            public Step upgrade(Step.Upgrade upgrade) {
                return new Step.Upgrade(script.withUpgrade(section), step.before(), step.after());
            }

            @Override
            public Step downgrade(Step.Downgrade downgrade) {
                return new Step.Downgrade(
                        script.withDowngrade(new Downgrade.Reversible(section)), step.before(), step.after());
            }

            @Override
            public Step stamp(Step.Stamp stamp) {
                return stamp;
            }
        });
    }
}
