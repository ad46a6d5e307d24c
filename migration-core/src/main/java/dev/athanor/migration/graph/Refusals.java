package dev.athanor.migration.graph;

import dev.athanor.migration.graph.TargetException.Kind;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why one target cannot be followed in one command, in words.
 *
 * @param command as it is typed before a target, such as {@code migration upgrade }
 */
record Refusals(String command, Target target) {

    static final String UPGRADE = "migration upgrade ";
    static final String DOWNGRADE = "migration downgrade ";
    static final String STAMP = "migration stamp ";
    static final String SHOW = "migration show ";
    static final String HISTORY = "migration history -r ";
    static final String REVISION = "migration revision --head ";
    static final String DEPENDS_ON = "migration revision --depends-on ";

    TargetException noSuchRevision(String name) {
        return new TargetException(
                Kind.NO_SUCH_REVISION,
                "No revision or branch label is, or begins with, '" + name + "'" + where(name) + ".",
                "Look it up with `migration history`; ids of up to three characters must be written in full.");
    }

    /** A form that has no meaning in this command, although another command would know it. */
    TargetException notHere(String reason) {
        return new TargetException(
                Kind.NO_SUCH_REVISION,
                "'" + target + "' names no revision: " + reason + ".",
                "Name a revision, a branch label, `head`, `heads` or `base`.");
    }

    TargetException ambiguousPrefix(String prefix, List<String> candidates) {
        return new TargetException(
                Kind.AMBIGUOUS_PREFIX,
                Names.count(candidates.size()) + " revisions or branch labels, " + Names.list(candidates)
                        + ", begin with '" + prefix + "'" + where(prefix) + ".",
                "Write more of the one you mean.");
    }

    TargetException noSuchBranch(String branch, List<String> labels) {
        return new TargetException(
                Kind.NO_SUCH_BRANCH,
                "No branch label or revision is called '" + branch + "'" + where(branch) + ".",
                labels.isEmpty()
                        ? "There are no branch labels; put a revision id before the '@', or leave both out."
                        : "Put one of " + Names.list(labels) + ", or a revision id, before the '@'.");
    }

    TargetException notInBranch(RevisionId revision, String branch) {
        return new TargetException(
                Kind.NOT_IN_BRANCH,
                "Revision " + revision + " is neither above nor below branch '" + branch + "'" + where("") + ".",
                "Leave the branch out: `" + command + revision + "`; or see the branch with `migration history -r "
                        + branch + "@base:" + branch + "@heads`.");
    }

    TargetException multipleHeads(Collection<RevisionId> heads) {
        return new TargetException(
                Kind.MULTIPLE_HEADS,
                Names.count(heads.size()) + " heads, " + Names.list(heads) + ", exist for target '" + target + "'.",
                "Merge them with `migration merge " + merged(heads) + "`, or " + instead() + ".");
    }

    private String instead() {
        if (command.equals(UPGRADE) && target instanceof Target.Head) {
            return "upgrade to `heads`";
        }
        if (command.equals(UPGRADE) && target instanceof Target.OnBranch on && on.target() instanceof Target.Head) {
            return "upgrade to `" + on.branch() + "@heads`";
        }
        return "name one of them in place of `head`";
    }

    private static String merged(Collection<RevisionId> heads) {
        return heads.size() > 5
                ? "heads"
                : heads.stream().map(RevisionId::value).collect(Collectors.joining(" "));
    }

    TargetException forkAhead(String from, Collection<RevisionId> children) {
        return new TargetException(
                Kind.AMBIGUOUS_WALK,
                Names.count(children.size()) + " revisions, " + Names.list(children) + ", follow " + from + ": '"
                        + target + "' could mean either.",
                "Name the one to go to: " + Names.commands(command, children, "") + ".");
    }

    TargetException mergeBelow(RevisionId from, Collection<RevisionId> parents) {
        return new TargetException(
                Kind.AMBIGUOUS_WALK,
                "Revision " + from + " merges " + Names.list(parents) + ": '" + target + "' could mean either.",
                "Name the one to go to: " + Names.commands(command, parents, "") + ".");
    }

    TargetException ambiguousStart(Collection<RevisionId> rows, Target.Relative relative) {
        return new TargetException(
                Kind.AMBIGUOUS_START,
                Names.count(rows.size()) + " revisions, " + Names.list(rows) + ", are current: '" + target
                        + "' could start from each of them.",
                "Say on which branch: " + Names.commands(command, rows, "@" + relative) + ".");
    }

    TargetException walkedTooFar(String from, int wanted, int possible) {
        boolean up = wanted > 0;
        String end = up ? "the newest revision" : "base";
        return new TargetException(
                Kind.WALKED_TOO_FAR,
                "'" + target + "' counts " + Math.abs(wanted) + (up ? " up" : " down") + " from " + from + ", and "
                        + possible + (possible == 1 ? " step leads" : " steps lead") + " to " + end + ".",
                "Count fewer, or name the revision; `migration history` lists them.");
    }

    TargetException leadsToBase() {
        return new TargetException(
                Kind.WALKED_TOO_FAR,
                "'" + target + "' leads down to base, and `" + command.strip() + "` needs a revision.",
                "Count fewer, or name the revision; `migration history` lists them.");
    }

    TargetException wrongDirection(String direction, String example) {
        return new TargetException(
                Kind.WALKED_TOO_FAR,
                "'" + target + "' does not lead " + direction + " from the current revisions.",
                "Write `" + command + example + "`, or name a revision.");
    }

    TargetException notApplied(RevisionId revision, Heads rows) {
        return new TargetException(
                Kind.NOT_AN_ANCESTOR,
                "Revision " + revision + where(revision.value()) + " is not applied: the database is at " + rows + ".",
                "Downgrade to a revision that is applied (`migration current`, `migration history -r :current`), or"
                        + " upgrade to this one with `migration upgrade " + revision + "`.");
    }

    TargetException nothingAbove(RevisionId revision, Heads rows) {
        return new TargetException(
                Kind.NOT_AN_ANCESTOR,
                "Nothing that revises " + revision
                        + " is applied, so a downgrade to it takes nothing down; the database is at " + rows + ".",
                "Name a revision on the line of a row: `migration history -r :current` lists them.");
    }

    TargetException noWayDownOnBranch(String from, Collection<RevisionId> roots, String branch) {
        return new TargetException(
                Kind.INVALID_DOWNGRADE_TARGET,
                "None of " + Names.list(roots) + ", which revise " + from + ", is on the way down from branch '"
                        + branch + "' (target '" + target + "').",
                "Leave the branch out to take all of them down: `" + command + from + "`.");
    }

    TargetException crossesBranches(String branch, List<RevisionId> forks, Collection<RevisionId> others) {
        boolean one = others.size() == 1;
        return new TargetException(
                Kind.CROSSES_BRANCHES,
                "'" + target + "' would also take down " + Names.list(others) + ", which " + (one ? "is" : "are")
                        + " not on branch '" + branch + "' and " + (one ? "does" : "do") + " not depend on it.",
                "Stop at the fork with `" + command + branch + "@" + forks.get(0)
                        + "`, or leave the branch out to take all of them down.");
    }

    TargetException noCurrentOnBranch(String branch, Heads rows) {
        return new TargetException(
                Kind.NO_CURRENT_ON_BRANCH,
                "'" + target + "' starts from what is current on branch '" + branch
                        + "', and nothing is: the database is at " + rows + ".",
                "See `migration current`; a downgrade takes down what is applied only.");
    }

    TargetException severalCurrentOnBranch(String branch, Collection<RevisionId> rows, Target.Relative relative) {
        return new TargetException(
                Kind.NO_CURRENT_ON_BRANCH,
                Names.count(rows.size()) + " revisions, " + Names.list(rows) + ", are current on branch '" + branch
                        + "': '" + target + "' could start from each of them.",
                "Name the one to start from: " + Names.commands(command, rows, "@" + relative) + ".");
    }

    private String where(String name) {
        return target.toString().equals(name) ? "" : " (target '" + target + "')";
    }
}
