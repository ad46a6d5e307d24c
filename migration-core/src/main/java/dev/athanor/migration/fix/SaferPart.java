package dev.athanor.migration.fix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds statements that commit in the same way, and those that take them back.
 *
 * @param mode how the statements commit
 * @param upgrade the statements with their semicolons, in the order in which they run
 * @param downgrade the statements that restore the schema from before, in the order in which they run
 * @param tables the existing tables that the statements lock strongly
 */
record SaferPart(Mode mode, List<String> upgrade, List<String> downgrade, Set<String> tables) {

    /** Defines how the statements of a part commit. */
    sealed interface Mode {

        /** Commits all statements together. */
        record Together() implements Mode {}

        /** Commits each statement on its own, outside of a transaction block. */
        record Alone() implements Mode {}

        /**
         * Commits the only statement in batches.
         *
         * @param key the column that orders the walk
         */
        record Batches(String key) implements Mode {}
    }

    static final Mode TOGETHER = new Mode.Together();
    static final Mode ALONE = new Mode.Alone();

    SaferPart {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        tables = Set.copyOf(tables);
    }

    /**
     * Returns the parts with neighbours joined where they may run as one revision.
     *
     * @param apart whether different tables belong into different revisions
     */
    static List<SaferPart> joined(List<SaferPart> parts, boolean apart) {
        List<SaferPart> joined = new ArrayList<>();
        for (SaferPart part : parts) {
            Optional<SaferPart> last = joined.isEmpty() ? Optional.empty() : Optional.of(joined.get(joined.size() - 1));
            if (last.filter(previous -> previous.joins(part, apart)).isPresent()) {
                joined.set(joined.size() - 1, last.get().with(part));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    private boolean joins(SaferPart next, boolean apart) {
        boolean same = mode.equals(next.mode) && !(mode instanceof Mode.Batches);
        return same && (!apart || mode instanceof Mode.Alone || all(next).size() <= 1);
    }

    private SaferPart with(SaferPart next) {
        List<String> up = new ArrayList<>(upgrade);
        up.addAll(next.upgrade);
        List<String> down = new ArrayList<>(next.downgrade);
        down.addAll(downgrade);
        return new SaferPart(mode, up, down, all(next));
    }

    private Set<String> all(SaferPart next) {
        Set<String> all = new TreeSet<>(tables);
        all.addAll(next.tables);
        return Collections.unmodifiableSet(all);
    }

    /** Returns the part with comment lines before its first statement. */
    SaferPart commented(String comments) {
        if (comments.isEmpty()) {
            return this;
        }
        List<String> up = new ArrayList<>(upgrade);
        up.set(0, comments + "\n" + up.get(0));
        return new SaferPart(mode, up, downgrade, tables);
    }

    /** Returns the part with statements that restore rows, before those that restore the schema. */
    SaferPart restoring(List<String> rows) {
        List<String> down = new ArrayList<>(rows);
        down.addAll(downgrade);
        return new SaferPart(mode, upgrade, down, tables);
    }

    /** Returns the words behind the marker of the upgrade section. */
    String upgradeOptions() {
        if (mode instanceof Mode.Batches batches) {
            return " batch=5000 key=" + batches.key();
        }
        return mode instanceof Mode.Alone ? " transaction=none" : "";
    }

    /** Returns the words behind the marker of the downgrade section. */
    String downgradeOptions() {
        if (downgrade.isEmpty()) {
            return " nothing";
        }
        return mode instanceof Mode.Alone ? " transaction=none" : "";
    }
}
