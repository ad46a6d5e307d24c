package dev.athanor.migration.conformance;

import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.plan.MigrationPlan;
import dev.athanor.migration.plan.RowChange;
import dev.athanor.migration.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Compares our answer with Alembic's, as far as the case says that this is fair. */
record Comparison(RevisionGraph graph, RecordedStep step, Answer answer) {

    /** How a step was judged. */
    enum Verdict {
        /** The same in every respect that does not vary in Alembic itself. */
        SAME,
        /** Alembic's answer is an accident or breaks its own rule; ours is the ideal given with the case. */
        IDEAL,
        /** Alembic dies and the case gives no ideal: ours must be an answer or an error of ours. */
        ALEMBIC_DIES,
        /** Rows that no graph could have led to, where we do not do as Alembic: nothing is required. */
        ODD_ROWS,
        /** Alembic takes the first row that the database returns; we ask which branch is meant. */
        ROW_ORDER_REFUSED,
        DIFFERENT
    }

    Verdict verdict() {
        if (step.marked("rowOrderMatters") || step.expect().has("warning")) {
            return answer.toString().equals("AMBIGUOUS_START") ? Verdict.ROW_ORDER_REFUSED : Verdict.DIFFERENT;
        }
        if (step.marked("oddRows") && !isSame()) {
            return Verdict.ODD_ROWS;
        }
        if (step.marked("anomaly")) {
            return anomaly();
        }
        return isSame() ? Verdict.SAME : Verdict.DIFFERENT;
    }

    private Verdict anomaly() {
        if (step.idealError().isPresent()) {
            return answer.toString().equals(step.idealError().get()) ? Verdict.IDEAL : Verdict.DIFFERENT;
        }
        if (step.idealHeads().isEmpty()) {
            return step.expect().has("planned") && !(answer instanceof Answer.Planned planned && sameSteps(planned))
                    ? Verdict.DIFFERENT
                    : Verdict.ALEMBIC_DIES;
        }
        return answer instanceof Answer.Planned planned
                        && rows(planned.plan().after()).equals(step.idealHeads().get())
                        && (step.command().equals("stamp") || sameSteps(planned))
                ? Verdict.IDEAL
                : Verdict.DIFFERENT;
    }

    private boolean isSame() {
        if (answer instanceof Answer.Refused refused) {
            return step.errorKind()
                    .filter(kind -> sameKind(refused.kind().name(), kind))
                    .isPresent();
        }
        if (step.errorKind().isPresent()) {
            return false;
        }
        if (answer instanceof Answer.Planned planned) {
            return samePlan(planned);
        }
        if (answer instanceof Answer.Listed listed) {
            return sameList(listed);
        }
        Answer.Header header = (Answer.Header) answer;
        return strings(header.down()).equals(step.list("down"))
                && header.dependsOn().equals(step.list("dependsOn"));
    }

    /** Alembic has one kind for a branch and for a revision that does not exist, and for rows it does not know. */
    private boolean sameKind(String ours, String theirs) {
        return ours.equals(theirs)
                || theirs.equals("NO_SUCH_REVISION")
                        && (ours.equals("NO_SUCH_BRANCH") || ours.equals("UNKNOWN_CURRENT"));
    }

    private boolean sameList(Answer.Listed listed) {
        return step.order().filter("any"::equals).isPresent()
                ? Set.copyOf(strings(listed.revisions())).equals(Set.copyOf(step.list("revisions")))
                        && isNewestFirst(listed.revisions())
                : strings(listed.revisions()).equals(step.list("revisions"));
    }

    private boolean isNewestFirst(List<RevisionId> revisions) {
        Set<RevisionId> seen = new HashSet<>();
        return revisions.stream()
                .allMatch(revision -> seen.add(revision)
                        && graph.ancestorsAndSelf(List.of(revision), EdgeKind.ALL).stream()
                                .allMatch(need -> need.equals(revision) || !seen.contains(need)));
    }

    private boolean samePlan(Answer.Planned planned) {
        MigrationPlan plan = planned.plan();
        boolean sameEnd = step.has("offline") && !step.expect().has("heads")
                || rows(plan.after()).equals(step.list("heads"))
                        && strings(graph.current(plan.after())).equals(step.list("current"));
        if (step.command().equals("stamp")) {
            return sameEnd && sameStamp(planned);
        }
        return sameEnd && sameSteps(planned) && (anyOrder() || sameRowsAfter(plan) && sameChanges(plan));
    }

    private boolean sameStamp(Answer.Planned planned) {
        return !step.expect().has("stamped")
                || planned.plan().isEmpty()
                || planned.revisions().stream().sorted().toList().equals(step.list("stamped"));
    }

    private boolean sameSteps(Answer.Planned planned) {
        boolean exact =
                !anyOrder() && step.order().isPresent() || step.revisions().isEmpty();
        return exact
                ? planned.revisions().equals(step.revisions())
                : Set.copyOf(planned.revisions()).equals(Set.copyOf(step.revisions())) && isValidOrder(planned.plan());
    }

    private boolean anyOrder() {
        return step.order().filter("any"::equals).isPresent();
    }

    private boolean sameRowsAfter(MigrationPlan plan) {
        List<List<String>> ours =
                plan.steps().stream().map(each -> rows(each.after())).toList();
        List<List<String>> theirs = theirRowsAfter();
        return ours.size() == theirs.size()
                && IntStream.range(0, ours.size())
                        .allMatch(each -> ours.get(each).equals(theirs.get(each)) || !areHeads(theirs.get(each)));
    }

    private List<List<String>> theirRowsAfter() {
        return step.expect().get("rowsAfter").valueStream().map(Case::strings).toList();
    }

    /** On the way Alembic may hold rows that other rows imply (its unmerge bug); those are nothing to compare with. */
    private boolean areHeads(List<String> rows) {
        List<RevisionId> ids = rows.stream().map(RevisionId::new).toList();
        return graph.headsOf(ids).ids().size() == ids.size();
    }

    private boolean sameChanges(MigrationPlan plan) {
        return step.marked("opsVary")
                || !theirRowsAfter().stream().allMatch(this::areHeads)
                || plan.steps().stream().map(Comparison::changes).toList().equals(theirChanges());
    }

    private List<List<String>> theirChanges() {
        return step.expect()
                .get("ops")
                .valueStream()
                .map(changes -> changes.valueStream()
                        .map(change -> String.join(" ", Case.strings(change)))
                        .toList())
                .toList();
    }

    private static List<String> changes(Step each) {
        List<String> changes = new ArrayList<>();
        for (RowChange change : each.rowChanges()) {
            changes.add(change.toString().replace(" to ", " "));
        }
        return changes;
    }

    private boolean isValidOrder(MigrationPlan plan) {
        Set<RevisionId> applied = new HashSet<>(graph.applied(plan.before()));
        for (Step each : plan.steps()) {
            RevisionId revision = each.revisions().get(0);
            boolean valid = each instanceof Step.Upgrade
                    ? applied.containsAll(graph.needs(revision, EdgeKind.ALL)) && applied.add(revision)
                    : graph.children(revision, EdgeKind.ALL).stream().noneMatch(applied::contains)
                            && applied.remove(revision);
            if (!valid) {
                return false;
            }
        }
        return true;
    }

    private static List<String> rows(CurrentHeads heads) {
        return strings(heads.ids());
    }

    private static List<String> strings(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}
