package dev.athanor.migration.graph;

import java.util.Optional;

/**
 * Holds a target in its two parts.
 *
 * @param branch the text before the {@code @}
 * @param plain the target behind the {@code @}
 */
record TargetParts(Optional<String> branch, Target plain) {

    static TargetParts of(Target target) {
        return target instanceof Target.OnBranch onBranch
                ? new TargetParts(Optional.of(onBranch.branch()), onBranch.target())
                : new TargetParts(Optional.empty(), target);
    }

    /** Returns another target behind the same branch. */
    Target with(Target other) {
        return branch.<Target>map(name -> new Target.OnBranch(name, other)).orElse(other);
    }
}
