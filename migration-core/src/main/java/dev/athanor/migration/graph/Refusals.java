package dev.athanor.migration.graph;

import dev.athanor.migration.graph.TargetException.Kind;
import dev.athanor.migration.graph.TypedCommand.Verb;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Creates the exceptions that explain why a target cannot be followed in a command.
 *
 * @param advice the advice for the command, which finds commands that work
 * @param typed the command in which the target was typed
 */
record Refusals(Advice advice, TypedCommand typed, Target target) {

    private static final String COUNT_FEWER = "Count fewer: ";

    TargetException noSuchRevision(String name) {
        return new TargetException(
                Kind.NO_SUCH_REVISION,
                "No revision or branch label is, or begins with, '" + name + "'" + where(name) + ".",
                advice.graph().revisions().isEmpty()
                        ? advice.otherwise(typed)
                        : "Look it up with `migration history`; ids of up to three characters must be written in full.");
    }

    /** Refuses a form that has no meaning in this command, although another command accepts it. */
    TargetException notHere(String reason) {
        return new TargetException(
                Kind.NO_SUCH_REVISION, "'" + target + "' names no revision: " + reason + ".", advice.names());
    }

    TargetException ambiguousPrefix(String prefix, List<String> candidates) {
        return new TargetException(
                Kind.AMBIGUOUS_PREFIX,
                MessageNames.count(candidates.size()) + " revisions or branch labels, " + MessageNames.list(candidates)
                        + ", begin with '" + prefix + "'" + where(prefix) + ".",
                "Write more of the one you mean.");
    }

    TargetException noSuchBranch(String branch, List<String> labels) {
        return new TargetException(
                Kind.NO_SUCH_BRANCH,
                "No branch label or revision is called '" + branch + "'" + where(branch) + ".",
                labels.isEmpty()
                        ? "There are no branch labels; put a revision id before the '@', or leave both out."
                        : "Put one of " + MessageNames.list(labels) + ", or a revision id, before the '@'.");
    }

    TargetException notInBranch(RevisionId revision, String branch) {
        String withoutBranch = advice.oneOf(typed, List.of(revision))
                .map(command -> "Leave the branch out: " + command)
                .orElse("");
        String history = advice.history(branch + "@base:" + branch + "@heads")
                .map(command -> "see the branch with " + command)
                .orElse("");
        return new TargetException(
                Kind.NOT_IN_BRANCH,
                "Revision " + revision + " is neither above nor below branch '" + branch + "'" + where("") + ".",
                either(withoutBranch, "; or ", history));
    }

    TargetException multipleHeads(Collection<RevisionId> heads) {
        Optional<String> merge = advice.merge(heads, allHeads());
        return new TargetException(
                Kind.MULTIPLE_HEADS,
                merge.isPresent() || advice.trying()
                        ? MessageNames.count(heads.size()) + " heads, " + MessageNames.list(heads)
                                + ", exist for target '" + target + "'."
                        : "'" + target + "' means "
                                + MessageNames.count(heads.size()).toLowerCase(Locale.ROOT) + " revisions, "
                                + MessageNames.list(heads) + ", and one is needed.",
                either(merge.map(command -> "Merge them with " + command).orElse(""), ", or ", instead(heads)));
    }

    private Target allHeads() {
        return target instanceof Target.OnBranch on
                ? new Target.OnBranch(on.branch(), new Target.AllHeads())
                : new Target.AllHeads();
    }

    private String instead(Collection<RevisionId> heads) {
        if (typed.verb() == Verb.UPGRADE && TargetParts.of(target).plain() instanceof Target.Head) {
            String all = allHeads().toString();
            if (!advice.upgrades(all)) {
                return "";
            }
            return advice.beginning().isEmpty() ? "upgrade to `" + all + "`" : "take all of them: " + typed.with(all);
        }
        return advice.oneOf(typed, heads.stream().map(this::inPlaceOfHead).toList())
                .map(commands -> "name one of them: " + commands)
                .orElse("");
    }

    private String inPlaceOfHead(RevisionId head) {
        return TargetParts.of(target).plain() instanceof Target.Relative relative
                        && relative.from().isPresent()
                ? new Target.Relative(Optional.of(new Target.Named(head.value())), relative.steps()).toString()
                : head.value();
    }

    TargetException forkAhead(String from, Collection<RevisionId> children) {
        return new TargetException(
                Kind.AMBIGUOUS_WALK,
                MessageNames.count(children.size()) + " revisions, " + MessageNames.list(children) + ", follow " + from
                        + ": '" + target + "' could mean either.",
                nameOne("Name the one to go to: ", children));
    }

    TargetException mergeBelow(RevisionId from, Collection<RevisionId> parents) {
        return new TargetException(
                Kind.AMBIGUOUS_WALK,
                "Revision " + from + " merges " + MessageNames.list(parents) + ": '" + target + "' could mean either.",
                typed.verb() == Verb.DOWNGRADE
                        ? advice.downgradesTo(typed, parents)
                        : nameOne("Name the one to go to: ", parents));
    }

    TargetException ambiguousStart(Collection<RevisionId> rows, Target.Relative relative) {
        String several = MessageNames.count(rows.size()) + " revisions, " + MessageNames.list(rows);
        return new TargetException(
                Kind.AMBIGUOUS_START,
                (typed.verb() == Verb.HISTORY
                                ? "The range begins at several revisions, " + MessageNames.list(rows)
                                : several + ", are current")
                        + ": '" + target + "' could start from each of them.",
                nameOne("Specify the branch: ", onEach(rows, relative)));
    }

    private static List<String> onEach(Collection<RevisionId> rows, Target.Relative relative) {
        return rows.stream().map(row -> row + "@" + relative).toList();
    }

    TargetException walkedTooFar(String from, int wanted, int possible) {
        boolean up = wanted > 0;
        String end = up ? "the newest revision" : "base";
        return new TargetException(
                Kind.WALKED_TOO_FAR,
                "'" + target + "' counts " + Math.abs(wanted) + (up ? " up" : " down") + " from " + from + ", and "
                        + possible + (possible == 1 ? " step leads" : " steps lead") + " to " + end + ".",
                countFewer(up ? possible : -possible));
    }

    TargetException leadsToBase() {
        String needs =
                switch (typed.verb()) {
                    case UPGRADE -> "an upgrade needs a revision";
                    case HISTORY -> "the end of a range needs a revision";
                    default -> "a revision is needed";
                };
        int steps = TargetParts.of(target).plain() instanceof Target.Relative relative ? relative.steps() + 1 : 0;
        return new TargetException(
                Kind.WALKED_TOO_FAR, "'" + target + "' leads down to base, and " + needs + ".", countFewer(steps));
    }

    private String countFewer(int steps) {
        TargetParts branched = TargetParts.of(target);
        if (steps != 0 && branched.plain() instanceof Target.Relative relative) {
            Target fewer = branched.with(new Target.Relative(relative.from(), steps));
            return nameOne(COUNT_FEWER, List.of(fewer));
        }
        return advice.otherwise(typed);
    }

    TargetException wrongDirection(String direction, String example) {
        String problem = typed.verb() == Verb.HISTORY
                ? "' counts down, and the end of a range counts up from its beginning."
                : "' does not lead " + direction + " from the current revisions.";
        return new TargetException(
                Kind.WALKED_TOO_FAR,
                "'" + target + problem,
                advice.oneOf(typed, List.of(example))
                        .map(command -> "Write " + command + ", or name a revision.")
                        .orElseGet(() -> advice.otherwise(typed)));
    }

    TargetException notApplied(RevisionId revision) {
        String upgrade = advice.oneOf(advice.upgrade(), List.of(revision))
                .map(command -> "upgrade to this one with " + command)
                .orElse("");
        return new TargetException(
                Kind.NOT_AN_ANCESTOR,
                "Revision " + revision + where(revision.value()) + " is not applied: " + advice.place() + ".",
                advice.rows().isEmpty() || advice.beginning().isPresent()
                        ? advice.otherwise(typed)
                        : either(
                                "Downgrade to a revision that is applied (`migration current`, `migration history -r"
                                        + " :current`)",
                                ", or ",
                                upgrade));
    }

    TargetException nothingAbove(RevisionId revision) {
        return new TargetException(
                Kind.NOT_AN_ANCESTOR,
                "Nothing that revises " + revision + " is applied, so a downgrade to it takes nothing down; "
                        + advice.place() + ".",
                "Name a revision on the line of a row: `migration history -r :"
                        + advice.beginning().orElse("current") + "` lists them.");
    }

    TargetException noWayDownOnBranch(String from, Collection<RevisionId> roots, String branch) {
        return new TargetException(
                Kind.INVALID_DOWNGRADE_TARGET,
                "None of " + MessageNames.list(roots) + ", which revise " + from + ", is on the way down from branch '"
                        + branch + "' (target '" + target + "').",
                nameOne("Leave the branch out to take all of them down: ", List.of(from)));
    }

    TargetException crossesBranches(String branch, List<RevisionId> forks, Collection<RevisionId> others) {
        boolean one = others.size() == 1;
        String stop = forks.stream()
                .map(fork -> branch + "@" + fork)
                .filter(typed.moves())
                .findFirst()
                .map(fork -> "Stop at the fork with " + typed.with(fork))
                .orElse("");
        return new TargetException(
                Kind.CROSSES_BRANCHES,
                "'" + target + "' would also take down " + MessageNames.list(others) + ", which " + (one ? "is" : "are")
                        + " not on branch '" + branch + "' and " + (one ? "does" : "do") + " not depend on it.",
                either(stop, ", or ", withoutBranch()));
    }

    private String withoutBranch() {
        Target plain = TargetParts.of(target).plain();
        boolean counted =
                plain instanceof Target.Relative relative && relative.from().isEmpty();
        return !counted && advice.downgrades(plain.toString()) ? "leave the branch out to take all of them down" : "";
    }

    TargetException noCurrentOnBranch(String branch) {
        return new TargetException(
                Kind.NO_CURRENT_ON_BRANCH,
                "'" + target + "' starts from what is current on branch '" + branch + "', and nothing is: "
                        + advice.place() + ".",
                advice.beginning().isPresent() || advice.rows().isEmpty()
                        ? advice.otherwise(typed)
                        : "See `migration current`; a downgrade takes down what is applied only.");
    }

    TargetException severalCurrentOnBranch(String branch, Collection<RevisionId> rows, Target.Relative relative) {
        return new TargetException(
                Kind.NO_CURRENT_ON_BRANCH,
                MessageNames.count(rows.size()) + " revisions, " + MessageNames.list(rows) + ", are current on branch '"
                        + branch + "': '" + target + "' could start from each of them.",
                nameOne("Name the one to start from: ", onEach(rows, relative)));
    }

    private String nameOne(String introduction, Collection<?> targets) {
        return advice.oneOf(typed, targets)
                .map(commands -> introduction + commands + ".")
                .orElseGet(() -> advice.otherwise(typed));
    }

    /**
     * Joins those of the two parts that are not empty to a sentence, or returns the general advice if both are empty.
     */
    private String either(String first, String between, String second) {
        if (first.isEmpty() && second.isEmpty()) {
            return advice.otherwise(typed);
        }
        if (second.isEmpty() || first.isEmpty()) {
            String only = first + second;
            return Character.toUpperCase(only.charAt(0)) + only.substring(1) + ".";
        }
        return first + between + second + ".";
    }

    private String where(String name) {
        return target.toString().equals(name) ? "" : " (target '" + target + "')";
    }
}
