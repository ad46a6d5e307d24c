package dev.athanor.migration.diff;

import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.SetComment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates the steps for comments on objects that stay. */
final class CommentSteps {

    private CommentSteps() {}

    static List<DiffStep> steps(ObjectName object, @Nullable String from, @Nullable String to) {
        return Objects.equals(from, to)
                ? List.of()
                : List.of(DiffStep.plain(StepPriority.COMMENT, new SetComment(object, from, to)));
    }
}
