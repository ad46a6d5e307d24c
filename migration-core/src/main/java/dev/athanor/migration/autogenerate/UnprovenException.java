package dev.athanor.migration.autogenerate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports a generated revision that does not have the intended effect; no file was written, and the database is
 * unchanged.
 *
 * @since 0.1.0
 */
public final class UnprovenException extends ComparisonException {

    private static final long serialVersionUID = 1L;

    private final transient List<GeneratedRevision> revisions;

    UnprovenException(String problem, String action, List<GeneratedRevision> revisions, @Nullable Throwable cause) {
        super(problem, action, cause);
        this.revisions = List.copyOf(revisions);
    }

    /** Returns the generated revisions, as a starting point for manual work. */
    public List<GeneratedRevision> revisions() {
        return revisions;
    }
}
