package dev.athanor.migration.autogenerate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A generated revision does not do what it should; no file was written, and the database is as it was.
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

    /** Returns what was generated, for a person to go on with. */
    public List<GeneratedRevision> revisions() {
        return revisions;
    }
}
