package dev.athanor.migration.conformance;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.plan.MigrationPlan;
import java.util.List;

/** What we answer to a {@link RecordedStep}. */
sealed interface Answer {

    record Refused(TargetException.Kind kind) implements Answer {
        @Override
        public String toString() {
            return kind.name();
        }
    }

    record Planned(MigrationPlan plan) implements Answer {
        List<String> revisions() {
            return plan.steps().stream()
                    .flatMap(step -> step.revisions().stream())
                    .map(RevisionId::value)
                    .toList();
        }

        @Override
        public String toString() {
            return plan.command().word() + " " + revisions() + ", rows " + plan.after();
        }
    }

    record Listed(List<RevisionId> revisions) implements Answer {
        @Override
        public String toString() {
            return revisions.toString();
        }
    }

    record Header(List<RevisionId> down, List<String> dependsOn) implements Answer {}
}
