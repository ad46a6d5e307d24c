package dev.athanor.migration.graph;

import java.util.Optional;

/**
 * A target in its two parts.
 *
 * @param branch what stands before the {@code @}
 * @param plain what stands behind it
 */
record TargetParts(Optional<String> branch, Target plain) {

    static TargetParts of(Target target) {
        return target instanceof Target.OnBranch onBranch
                ? new TargetParts(Optional.of(onBranch.branch()), onBranch.target())
                : new TargetParts(Optional.empty(), target);
    }

    /** Another target behind the same branch. */
    Target with(Target other) {
        return branch.<Target>map(name -> new Target.OnBranch(name, other)).orElse(other);
    }
}
