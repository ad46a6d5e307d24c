package dev.athanor.migration.conformance;

import dev.athanor.migration.graph.EdgeKind;
import dev.athanor.migration.graph.RevisionGraph;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.TargetException.Kind;
import dev.athanor.migration.plan.RowChange;
import dev.athanor.migration.plan.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where we answer otherwise than Alembic on purpose, as rules: each says when it applies, from the graph, the rows, the
 * command and Alembic's answer, and what our answer must be then. They are those of docs/decisions/0002, in its order;
 * the first one that applies decides.
 */
enum DifferenceRule {
    /** What stands before the @ must exist, also where nothing has to be chosen. */
    UNKNOWN_BRANCH {
        @Override
        boolean applies(Situation situation) {
            return situation
                    .branch()
                    .filter(name -> situation.named(name).isEmpty())
                    .isPresent();
        }

        @Override
        boolean allows(Situation situation, Answer ours) {
            return isRefused(ours, Kind.NO_SUCH_BRANCH);
        }
    },
    /** What stands behind the @ must lie on the branch, also where nothing has to be chosen. */
    NOT_ON_BRANCH {
        @Override
        boolean applies(Situation situation) {
            List<RevisionId> named = situation.named(situation.plain());
            return situation.branch().isPresent()
                    && named.size() == 1
                    && !situation.line().contains(named.get(0));
        }

        @Override
        boolean allows(Situation situation, Answer ours) {
            return isRefused(ours, Kind.NOT_IN_BRANCH);
        }
    },
    /** A downgrade on a branch takes nothing down beside it, but what depends on the branch above the fork where it leaves it. */
    BESIDE_THE_BRANCH {
        @Override
        boolean applies(Situation situation) {
            if (!situation.is("downgrade") || situation.branch().isEmpty() || !situation.isAnswered()) {
                return false;
            }
            return !situation.siblings().isEmpty();
        }

        @Override
        boolean allows(Situation situation, Answer ours) {
            return isRefused(ours, Kind.CROSSES_BRANCHES);
        }
    },
    /** Where nothing is applied, `current` is base. */
    NOTHING_CURRENT {
        @Override
        boolean applies(Situation situation) {
            return situation.is("history")
                    && situation.step().rows().isEmpty()
                    && situation.text().contains("current");
        }

        @Override
        boolean allows(Situation situation, Answer ours) {
            return situation.isAnswerTo(situation.text().replace("current", "base"), ours);
        }
    },
    /** A history from -N begins so far below each head, and at base where there is no more. */
    HISTORY_FROM_BELOW_THE_HEADS {
        @Override
        boolean applies(Situation situation) {
            return situation.is("history") && situation.text().matches("-\\d+:.*");
        }

        @Override
        boolean allows(Situation situation, Answer ours) {
            String upper = situation.text().replaceFirst("^[^:]*:", "");
            if (upper.startsWith("+")) {
                return Stream.of(Kind.AMBIGUOUS_WALK, Kind.AMBIGUOUS_START, Kind.WALKED_TOO_FAR)
                        .anyMatch(kind -> isRefused(ours, kind));
            }
            int steps = Integer.parseInt(situation.text().replaceFirst("^-(\\d+):.*", "$1"));
            return (upper.isEmpty() || upper.equals("heads"))
                    && situation.lists(ours, situation.between(situation.belowHeads(steps)));
        }
    },
    /** {@code revision@base:} shows the line of that revision, whatever labels it carries. */
    LINE_OF_A_REVISION {
        @Override
        boolean applies(Situation situation) {
            return situation.is("history")
                    && situation.text().matches("[^@:]+@base:")
                    && situation
                            .graph()
                            .labelled(situation.branch().orElseThrow())
                            .isEmpty();
        }

        @Override
        boolean allows(Situation situation, Answer ours) {
            List<RevisionId> heads = situation.graph().realHeads().stream()
                    .filter(situation.line()::contains)
                    .toList();
            return situation.lists(ours, situation.graph().ancestorsAndSelf(heads, EdgeKind.ALL));
        }
    },
    /** A command that takes one target says so when it is given a range. */
    RANGE_FOR_ONE_TARGET {
        @Override
        boolean applies(Situation situation) {
            return situation.text().contains(":")
                    && !situation.is("history")
                    && !situation.step().has("offline");
        }

        @Override
        boolean allows(Situation situation, Answer ours) {
            return isRefused(ours, Kind.RANGE_NOT_ALLOWED);
        }
    },
    /** A stamp names what it records: it counts from nowhere. */
    RELATIVE_STAMP {
        @Override
        boolean applies(Situation situation) {
            return situation.is("stamp") && situation.plain().matches("[+-]\\d+");
        }

        @Override
        boolean allows(Situation situation, Answer ours) {
            return isRefused(ours, Kind.NO_SUCH_REVISION);
        }
    },
    /** The beginning of an id is enough where only one revision of the branch begins so. */
    BEGINNING_ON_A_BRANCH {
        @Override
        boolean applies(Situation situation) {
            return situation
                            .step()
                            .errorKind()
                            .filter("AMBIGUOUS_PREFIX"::equals)
                            .isPresent()
                    && situation.branch().isPresent()
                    && situation.namedOnLine().size() == 1;
        }

        @Override
        boolean allows(Situation situation, Answer ours) {
            String whole = situation.branch().orElseThrow() + "@"
                    + situation.namedOnLine().get(0);
            return ours instanceof Answer.Planned && situation.isAnswerTo(whole, ours);
        }
    },
    /** The database is at the heads where its rows are those that an upgrade to the heads would leave. */
    AT_THE_HEADS {
        @Override
        boolean applies(Situation situation) {
            return situation.step().has("checkHeads")
                    && Set.copyOf(situation.step().rows().ids())
                            .equals(Set.copyOf(situation.graph().realHeads()));
        }

        @Override
        boolean allows(Situation situation, Answer ours) {
            RevisionGraph graph = situation.graph();
            Set<RevisionId> tips = new HashSet<>(graph.heads());
            tips.addAll(graph.realHeads());
            return ours instanceof Answer.Listed listed
                    && Set.copyOf(listed.revisions()).equals(tips);
        }
    },
    /** Of the rows that come back, the last one in {@code Revises} is updated and the others are inserted. */
    ROW_THAT_IS_UPDATED {
        @Override
        boolean applies(Situation situation) {
            return situation.is("downgrade")
                    && situation.isAnswered()
                    && !situation.text().contains(":");
        }

        @Override
        boolean allows(Situation situation, Answer ours) {
            return ours instanceof Answer.Planned planned
                    && planned.revisions().equals(situation.step().revisions())
                    && Case.strings(situation.step().expect().get("heads"))
                            .equals(planned.plan().after().ids().stream()
                                    .map(RevisionId::value)
                                    .toList())
                    && planned.plan().steps().stream().allMatch(DifferenceRule::updatesTheLast);
        }
    };

    /** Whether the rule says anything about this. */
    abstract boolean applies(Situation situation);

    /** Whether it is what the rule says. */
    abstract boolean allows(Situation situation, Answer ours);

    static Optional<DifferenceRule> of(Situation situation) {
        return Stream.of(values()).filter(rule -> rule.applies(situation)).findFirst();
    }

    private static boolean isRefused(Answer ours, Kind kind) {
        return ours instanceof Answer.Refused refused && refused.kind() == kind;
    }

    private static boolean updatesTheLast(Step step) {
        List<RevisionId> written = step.scripts().get(0).revision().downRevisions();
        List<RevisionId> come = new ArrayList<>(written);
        come.removeIf(id -> step.before().contains(id) || !step.after().contains(id));
        return come.isEmpty()
                || step.rowChanges().stream()
                        .filter(RowChange.Update.class::isInstance)
                        .map(RowChange.Update.class::cast)
                        .allMatch(update -> update.to().equals(come.get(come.size() - 1)));
    }
}
