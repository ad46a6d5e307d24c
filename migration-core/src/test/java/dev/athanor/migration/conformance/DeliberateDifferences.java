package dev.athanor.migration.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where we answer otherwise than Alembic on purpose: the reason, the steps, and what we answer. */
final class DeliberateDifferences {

    private final Map<String, String> answers = new LinkedHashMap<>();

    DeliberateDifferences() {
        unknownBranch();
        notOnBranch();
        crossesBranches();
        nothingCurrent();
        countedFromSeveralHeads();
        lineOfARevision();
        rangeShown();
        relativeStamp();
        prefixOnBranch();
        checkHeads();
        unmergedRow();
    }

    /** Each step, by case and number, with our answer. */
    Map<String, String> answers() {
        return Map.copyOf(answers);
    }

    private void answer(String ours, String steps) {
        List.of(steps.strip().split(" ")).forEach(step -> answers.put(step, ours));
    }

    /**
     * What stands before the @ does not exist. Alembic looks at it only where it has to choose, and here takes
     * down, or does, something else without a word.
     */
    private void unknownBranch() {
        answer(
                "NO_SUCH_BRANCH",
                "r1-0003/7 r1-0005/11 r1-0006/6 r1-0045/7 r1-0108/7 r1-0131/7 "
                        + "r1-0172/9 r1-0230/2 r1-0245/5 r1-0267/3 r1-0299/3 r1-0334/9 "
                        + "r1-0336/1 r1-0098/4 r1-0181/8 r1-0303/1 r1-0376/0 r1-0287/12 "
                        + "r1-0350/1 r1-0011/0 r1-0022/0 r1-0045/10 r1-0124/6 r1-0129/8 "
                        + "r1-0138/6 r1-0148/9 r1-0223/13 r1-0234/6 r1-0263/10 r1-0277/1 "
                        + "r1-0280/0 r1-0291/1 r1-0336/13 r1-0345/0 r1-0378/0 ");
    }

    /**
     * The target is not on the branch that is typed before it. Alembic does not look at the branch where there
     * is nothing to choose.
     */
    private void notOnBranch() {
        answer(
                "NOT_IN_BRANCH",
                "r1-0059/10 r1-0071/15 r1-0100/9 r1-0123/5 r1-0239/8 r1-0246/5 "
                        + "r1-0256/4 r1-0281/11 r1-0370/3 r1-0374/14 r1-0377/8 ");
    }

    /** The way down along the branch crosses a fork. Alembic takes the other branches down as well. */
    private void crossesBranches() {
        answer(
                "CROSSES_BRANCHES",
                "fork-downgrade/12 fork-downgrade/20 fork-downgrade/21 many-branches/10 r1-0131/2 r1-0145/11 "
                        + "r1-0165/14 r1-0213/14 r1-0219/13 r1-0248/10 r1-0253/4 r1-0296/10 "
                        + "r1-0300/1 r1-0358/5 r1-0383/10 r1-0396/5 r1-0186/12 r1-0276/8 ");
    }

    /** Nothing is applied, so `current` is base. Alembic reads it as heads. */
    private void nothingCurrent() {
        answer("[]", "r1-0048/9 r1-0129/5 r1-0063/0 r1-0297/0 r1-0357/0 ");
        answer("NOT_AN_ANCESTOR", "r1-0164/7 r1-0231/2 r1-0259/11 r1-0281/0 r1-0314/5 r1-0314/11 " + "r1-0354/6 ");
    }

    /**
     * A history that begins at -N, further than there is below a head: ours begins at base. Alembic counts -N
     * down from the other end instead, or fails.
     */
    private void countedFromSeveralHeads() {
        answer("[851c74f96c3a, 4d69c6020458, ccdb0a47be86, 9d0188bd75f1]", "r1-0100/4 ");
        answer("AMBIGUOUS_WALK", "r1-0327/7 ");
        answer("[order_order_41]", "r1-0175/5 ");
        answer("[0001]", "r1-0208/3 ");
    }

    /**
     * `id@base:` shows the line of that revision. Alembic takes the one label it carries, and shows the whole
     * branch.
     */
    private void lineOfARevision() {
        answer("[d2, a10, e27, g43, f36, e22, d17, a21, d20, b29, g39, c31, g6, f19]", "r1-0342/7 ");
    }

    /** A range, which show does not take: the error says so. */
    private void rangeShown() {
        answer("RANGE_NOT_ALLOWED", "r1-0335/10 ");
    }

    /** A stamp relative to nothing. Alembic counts down from the heads, on an empty table only. */
    private void relativeStamp() {
        answer("NO_SUCH_REVISION", "stamp-line/10 r1-0146/6 r1-0274/9 ");
    }

    /**
     * The beginning of an id that is unambiguous on its branch. Alembic resolves it a second time without the
     * branch.
     */
    private void prefixOnBranch() {
        answer("stamp [ab1f8125], rows ab1f8125", "r1-0080/11 ");
    }

    /**
     * All is applied, and one head lives on as a dependency only. Alembic compares the rows with heads that
     * can never be rows.
     */
    private void checkHeads() {
        answer("[27c6a30d7c24, 2a95102259be, 55af2cb1c267]", "label-used-as-the-docs-do/5 ");
    }

    /**
     * Which of the rows that come back is updated and which inserted follows Python's hashes; ours is the last
     * in Revises.
     */
    private void unmergedRow() {
        answer("downgrade [g56, g46, a31, c12, c21, a37, c47, d43, g28, c34, g35], rows g19", "r1-0168/3 ");
    }
}
