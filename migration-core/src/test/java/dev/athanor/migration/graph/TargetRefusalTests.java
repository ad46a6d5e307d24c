package dev.athanor.migration.graph;

import static dev.athanor.migration.graph.GraphNotation.graph;
import static dev.athanor.migration.graph.GraphNotation.heads;
import static dev.athanor.migration.graph.GraphNotation.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.migration.graph.NewRevision.Splice;
import dev.athanor.migration.graph.TargetException.Kind;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Checks the whole text that a user reads when a target cannot be followed. */
class TargetRefusalTests {

    private static final String FORK = "a <- b <- c1#left <- d1, b <- c2#right <- d2";

    @Test
    void noSuchRevision() {
        assertRefused(
                () -> upgrade(FORK, "", "zz"),
                Kind.NO_SUCH_REVISION,
                "No revision or branch label is, or begins with, 'zz'.",
                "Look it up with `migration history`; ids of up to three characters must be written in full.");
    }

    @Test
    void noSuchRevisionInALongerTarget() {
        assertRefused(
                () -> upgrade(FORK, "", "left@zz"),
                Kind.NO_SUCH_REVISION,
                "No revision or branch label is, or begins with, 'zz' (target 'left@zz').",
                "Look it up with `migration history`; ids of up to three characters must be written in full.");
    }

    @Test
    void relativeWhereNothingIsRelative() {
        assertRefused(
                () -> stamp(FORK, "", "+1"),
                Kind.NO_SUCH_REVISION,
                "'+1' names no revision: a stamp counts from nowhere.",
                "Name a revision or a branch label; `migration history` lists them.");
    }

    @Test
    void ambiguousPrefix() {
        assertRefused(
                () -> upgrade("abcd11 <- abcd22#abcdlib", "", "abcd"),
                Kind.AMBIGUOUS_PREFIX,
                "Three revisions or branch labels, abcd11, abcd22 and abcdlib, begin with 'abcd'.",
                "Write more of the one you mean.");
    }

    @Test
    void noSuchBranch() {
        assertRefused(
                () -> upgrade(FORK, "", "nowhere@base"),
                Kind.NO_SUCH_BRANCH,
                "No branch label or revision is called 'nowhere' (target 'nowhere@base').",
                "Put one of left and right, or a revision id, before the '@'.");
    }

    @Test
    void noSuchBranchWhereThereIsNone() {
        assertRefused(
                () -> downgrade("a <- b", "b", "nowhere@base"),
                Kind.NO_SUCH_BRANCH,
                "No branch label or revision is called 'nowhere' (target 'nowhere@base').",
                "There are no branch labels; put a revision id before the '@', or leave both out.");
    }

    @Test
    void notInBranch() {
        assertRefused(
                () -> upgrade(FORK, "", "left@c2"),
                Kind.NOT_IN_BRANCH,
                "Revision c2 is neither above nor below branch 'left' (target 'left@c2').",
                "Leave the branch out: `migration upgrade c2`; or see the branch with"
                        + " `migration history -r left@base:left@heads`.");
    }

    @Test
    void severalHeads() {
        assertRefused(
                () -> upgrade(FORK, "", "head"),
                Kind.MULTIPLE_HEADS,
                "Two heads, d1 and d2, exist for target 'head'.",
                "Merge them with `migration merge d1 d2`, or upgrade to `heads`.");
    }

    @Test
    void severalHeadsOfABranch() {
        assertRefused(
                () -> upgrade(FORK + ", a2#other", "", "b@head"),
                Kind.MULTIPLE_HEADS,
                "Two heads, d1 and d2, exist for target 'b@head'.",
                "Merge them with `migration merge d1 d2`, or upgrade to `b@heads`.");
    }

    @Test
    void severalHeadsWhereOneIsNeeded() {
        assertRefused(
                () -> downgrade(FORK, "d1 d2", "heads-1"),
                Kind.MULTIPLE_HEADS,
                "Two heads, d1 and d2, exist for target 'heads-1'.",
                "Merge them with `migration merge d1 d2`, or name one of them: `migration downgrade d1-1` or"
                        + " `migration downgrade d2-1`.");
    }

    @Test
    void aForkOnTheWayUp() {
        assertRefused(
                () -> upgrade(FORK, "b", "+1"),
                Kind.AMBIGUOUS_WALK,
                "Two revisions, c1 and c2, follow b: '+1' could mean either.",
                "Name the one to go to: `migration upgrade c1` or `migration upgrade c2`.");
    }

    @Test
    void aMergePointOnTheWayDown() {
        assertRefused(
                () -> downgrade("a <- b+c <- m", "m", "-1"),
                Kind.AMBIGUOUS_WALK,
                "Revision m merges b and c: '-1' could mean either.",
                "Name the one to go to: `migration downgrade b` removes m and leaves b and c; `migration downgrade c`"
                        + " removes m and leaves b and c.");
    }

    @Test
    void upFromSeveralRows() {
        assertRefused(
                () -> upgrade(FORK, "c1 c2", "+1"),
                Kind.AMBIGUOUS_START,
                "Two revisions, c1 and c2, are current: '+1' could start from each of them.",
                "Specify the branch: `migration upgrade c1@+1` or `migration upgrade c2@+1`.");
    }

    @Test
    void downFromSeveralRows() {
        assertRefused(
                () -> downgrade(FORK, "d1 d2", "-1"),
                Kind.AMBIGUOUS_START,
                "Two revisions, d1 and d2, are current: '-1' could start from each of them.",
                "Specify the branch: `migration downgrade d1@-1` or `migration downgrade d2@-1`.");
    }

    @Test
    void tooFarUp() {
        assertRefused(
                () -> upgrade("a <- b <- c", "b", "+5"),
                Kind.WALKED_TOO_FAR,
                "'+5' counts 5 up from b, and 1 step leads to the newest revision.",
                "Count fewer: `migration upgrade +1`.");
    }

    @Test
    void tooFarDown() {
        assertRefused(
                () -> downgrade("a <- b <- c", "b", "-5"),
                Kind.WALKED_TOO_FAR,
                "'-5' counts 5 down from b, and 2 steps lead to base.",
                "Count fewer: `migration downgrade -2`.");
    }

    @Test
    void anUpgradeThatLeadsToBase() {
        assertRefused(
                () -> upgrade("a <- b", "", "a-1"),
                Kind.WALKED_TOO_FAR,
                "'a-1' leads down to base, and an upgrade needs a revision.",
                "Name a revision that is pending: `migration upgrade a`.");
    }

    @Test
    void theWrongDirection() {
        assertRefused(
                () -> upgrade("a <- b", "a", "-1"),
                Kind.WALKED_TOO_FAR,
                "'-1' does not lead up from the current revisions.",
                "Write `migration upgrade +1`, or name a revision.");
        assertRefused(
                () -> downgrade("a <- b", "b", "+0"),
                Kind.WALKED_TOO_FAR,
                "'+0' does not lead down from the current revisions.",
                "Write `migration downgrade -1`, or name a revision.");
    }

    @Test
    void downToWhatIsNotApplied() {
        assertRefused(
                () -> downgrade("a <- b <- c", "a", "b"),
                Kind.NOT_AN_ANCESTOR,
                "Revision b is not applied: the database is at a.",
                "Downgrade to a revision that is applied (`migration current`, `migration history -r :current`), or"
                        + " upgrade to this one with `migration upgrade b`.");
    }

    @Test
    void downToWhatIsAppliedWithNothingAboveIt() {
        assertRefused(
                () -> downgrade("a <- b, c!a", "c", "a"),
                Kind.NOT_AN_ANCESTOR,
                "Nothing that revises a is applied, so a downgrade to it takes nothing down; the database is at c.",
                "Name a revision on the line of a row: `migration history -r :current` lists them.");
    }

    @Test
    void aBranchThatDoesNotSayWhichWayDown() {
        assertRefused(
                () -> downgrade(FORK, "d1 d2", "b@b"),
                Kind.INVALID_DOWNGRADE_TARGET,
                "None of c1 and c2, which revise b, is on the way down from branch 'b' (target 'b@b').",
                "Leave the branch out to take all of them down: `migration downgrade b`.");
    }

    @Test
    void downAlongABranchAcrossAFork() {
        assertRefused(
                () -> downgrade(FORK, "d1 d2", "left@base"),
                Kind.CROSSES_BRANCHES,
                "'left@base' would also take down c2 and d2, which are not on branch 'left' and do not depend on it.",
                "Stop at the fork with `migration downgrade left@b`, or leave the branch out to take all of them down.");
    }

    @Test
    void aDependencyInsideTheBranchIsNoReasonToTakeAnotherBranchDown() {
        String graph = "r <- a1 <- a2!b1, r <- b1, a2+b1 <- m <- x#billing, m <- y#audit";

        for (String target : List.of("billing@base", "billing@r", "x@base", "billing@base+1")) {
            assertRefused(
                    () -> downgrade(graph, "x y", target),
                    Kind.CROSSES_BRANCHES,
                    "'" + target + "' would also take down y, which is not on branch '" + branch(target)
                            + "' and does not depend on it.",
                    "Stop at the fork with `migration downgrade " + branch(target) + "@m`, or leave the branch out to"
                            + " take all of them down.");
        }
    }

    @Test
    void aDependencyOnTheSharedTrunkIsNoReasonToTakeAnotherBranchDown() {
        assertRefused(
                () -> downgrade("a <- b <- c1#left <- d1, b <- c2#right!a <- d2", "d1 d2", "left@base"),
                Kind.CROSSES_BRANCHES,
                "'left@base' would also take down c2 and d2, which are not on branch 'left' and do not depend on it.",
                "Stop at the fork with `migration downgrade left@b`, or leave the branch out to take all of them down.");
        assertRefused(
                () -> downgrade("r <- a1, r <- b1, a1+b1 <- m <- x#billing, a1 <- y#audit!b1", "x y", "billing@base"),
                Kind.CROSSES_BRANCHES,
                "'billing@base' would also take down y, which is not on branch 'billing' and does not depend on it.",
                "Stop at the fork with `migration downgrade billing@a1`, or leave the branch out to take all of them"
                        + " down.");
    }

    @Test
    void aBranchThatLeavesTheLineWhereADependencyTakesItDownIsAnotherBranchToo() {
        assertRefused(
                () -> downgrade(
                        "r <- a1 <- a2!b1, r <- b0 <- b1, a2+b1 <- m <- x#billing, a2 <- y#audit", "x y", "billing@b0"),
                Kind.CROSSES_BRANCHES,
                "'billing@b0' would also take down y, which is not on branch 'billing' and does not depend on it.",
                "Stop at the fork with `migration downgrade billing@a2`, or leave the branch out to take all of them"
                        + " down.");
    }

    private static String branch(String target) {
        return target.substring(0, target.indexOf('@'));
    }

    @Test
    void nothingCurrentOnTheBranch() {
        assertRefused(
                () -> downgrade(FORK, "d1", "right@-1"),
                Kind.NO_CURRENT_ON_BRANCH,
                "'right@-1' starts from what is current on branch 'right', and nothing is: the database is at d1.",
                "See `migration current`; a downgrade takes down what is applied only.");
    }

    @Test
    void severalCurrentOnTheBranch() {
        assertRefused(
                () -> downgrade(FORK, "c1 d2", "b@-1"),
                Kind.NO_CURRENT_ON_BRANCH,
                "Two revisions, c1 and d2, are current on branch 'b': 'b@-1' could start from each of them.",
                "Name the one to start from: `migration downgrade c1@-1` or `migration downgrade d2@-1`.");
    }

    @Test
    void nothingToUpgradeIsSaidWhereNoTargetWorks() {
        assertRefused(
                () -> upgrade(FORK, "d1 d2", "+1"),
                Kind.AMBIGUOUS_START,
                "Two revisions, d1 and d2, are current: '+1' could start from each of them.",
                "Everything is applied: there is nothing to upgrade.");
        assertRefused(
                () -> downgrade(FORK, "", "-1"),
                Kind.WALKED_TOO_FAR,
                "'-1' counts 1 down from base, and 0 steps lead to base.",
                "Nothing is applied: there is nothing to downgrade.");
        assertRefused(
                () -> upgrade("a <- b", "b", "+1"),
                Kind.WALKED_TOO_FAR,
                "'+1' counts 1 up from b, and 0 steps lead to the newest revision.",
                "Everything is applied: there is nothing to upgrade.");
    }

    @Test
    void onlyWhatMovesSomethingIsAdvised() {
        assertRefused(
                () -> upgrade("a <- b1 <- c1, a <- b2", "b1 b2", "+1"),
                Kind.AMBIGUOUS_START,
                "Two revisions, b1 and b2, are current: '+1' could start from each of them.",
                "Specify the branch: `migration upgrade b1@+1`.");
        assertRefused(
                () -> upgrade("a <- b1 <- c1, a <- b2", "b1 b2", "+2"),
                Kind.AMBIGUOUS_START,
                "Two revisions, b1 and b2, are current: '+2' could start from each of them.",
                "Name a revision that is pending: `migration upgrade c1`.");
    }

    @Test
    void noRevisionsAtAll() {
        RevisionGraph none = RevisionGraph.of(List.of());

        assertRefused(
                () -> new TargetResolver(none, CurrentHeads.NONE).upgrade(List.of(Target.parse("a"))),
                Kind.NO_SUCH_REVISION,
                "No revision or branch label is, or begins with, 'a'.",
                "There are no revisions: write the first one with `migration revision -m \"…\"`.");
    }

    @Test
    void noTargetAtAll() {
        assertRefused(
                () -> resolver(FORK, "").upgrade(List.of()),
                Kind.MALFORMED_TARGET,
                "No target is given for the upgrade.",
                "Name a revision that is pending: `migration upgrade a`.");
        assertRefused(
                () -> resolver(FORK, "").stamp(List.of()),
                Kind.MALFORMED_TARGET,
                "No target is given for the stamp.",
                "Name a revision or a branch label; `migration history` lists them.");
        assertRefused(
                () -> resolver(FORK, "").newRevision(List.of(), Splice.REFUSED, List.of()),
                Kind.MALFORMED_TARGET,
                "No target is given for the revision.",
                "Name a revision or a branch label; `migration history` lists them.");
    }

    @Test
    void rowsThatTheGraphDoesNotKnow() {
        RevisionGraph graph = graph(FORK);
        String problem = "Revision zz is current in the database, and no script here has that id.";
        String action = "Deploy the release that applied it, or, if the scripts were removed for good, correct the"
                + " version table with `migration stamp --purge <revision>`.";

        assertRefused(() -> graph.applied(heads("d1 zz")), Kind.UNKNOWN_CURRENT, problem, action);
        assertRefused(() -> graph.current(heads("d1 zz")), Kind.UNKNOWN_CURRENT, problem, action);
        assertRefused(() -> graph.missing(ids("d2"), heads("d1 zz")), Kind.UNKNOWN_CURRENT, problem, action);
    }

    @Test
    void rowsThatImplyOneAnother() {
        assertRefused(
                () -> upgrade(FORK, "b d1", "heads"),
                Kind.OVERLAPPING_REVISIONS,
                "Of the rows, d1 already needs b.",
                "One row is enough: correct the version table with `migration stamp d1`.");
    }

    @Test
    void rowsThatNoScriptKnows() {
        assertRefused(
                () -> upgrade(FORK, "dead beef", "heads"),
                Kind.UNKNOWN_CURRENT,
                "beef and dead are current in the database, and no script here has these ids.",
                "Deploy the release that applied it, or, if the scripts were removed for good, correct the version table"
                        + " with `migration stamp --purge <revision>`.");
    }

    @Test
    void aHistoryUpsideDown() {
        assertRefused(
                () -> history("a <- b", "", "b:a"),
                Kind.NOT_AN_ANCESTOR,
                "In the range 'b:a', a does not need b.",
                "Write the older end first: `migration history -r a:b`.");
    }

    @Test
    void aHistoryFromCurrentToCurrent() {
        assertRefused(
                () -> history("a <- b", "a", "current:current"),
                Kind.NO_SUCH_REVISION,
                "Both ends of the range 'current:current' are `current`.",
                "See the rows with `migration current`, or leave one end out: `migration history -r current:` or"
                        + " `migration history -r :current`.");
    }

    @Test
    void currentWhereACommandChanges() {
        assertRefused(
                () -> upgrade("a <- b", "a", "current"),
                Kind.NO_SUCH_REVISION,
                "'current' names no revision: `current` is read by `history` and `show` only.",
                "Name a revision or a branch label; `migration history` lists them.");
    }

    @Test
    void aNewRevisionOnSomethingThatIsNoHead() {
        assertRefused(
                () -> resolver("a <- b", "").newRevision(List.of(Target.parse("a")), Splice.REFUSED, List.of()),
                Kind.NOT_A_HEAD,
                "Revision a is not a head: b revises it.",
                "Revise a head (`migration heads`), or begin a new branch here with --splice.");
    }

    private static void upgrade(String graph, String rows, String target) {
        resolver(graph, rows).upgrade(List.of(Target.parse(target)));
    }

    private static void downgrade(String graph, String rows, String target) {
        resolver(graph, rows).downgrade(Target.parse(target));
    }

    private static void stamp(String graph, String rows, String target) {
        resolver(graph, rows).stamp(List.of(Target.parse(target)));
    }

    private static void history(String graph, String rows, String range) {
        resolver(graph, rows).history(TargetRange.parse(range));
    }

    private static TargetResolver resolver(String graph, String rows) {
        return new TargetResolver(graph(graph), heads(rows));
    }

    private static void assertRefused(ThrowingCallable call, Kind kind, String problem, String action) {
        TargetException refused = catchThrowableOfType(TargetException.class, call);

        assertThat(refused).isNotNull();
        assertThat(refused.problem()).isEqualTo(problem);
        assertThat(refused.action()).isEqualTo(action);
        assertThat(refused.kind()).isEqualTo(kind);
    }
}
