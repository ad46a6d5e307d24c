package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.error.MigrationException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The JSON that answers a write which was refused.
 *
 * @param problem what is wrong
 * @param action what to do
 */
public record ProblemDescriptor(String problem, String action) implements OperationResponseBody {

    static ProblemDescriptor of(MigrationException failure) {
        return new ProblemDescriptor(failure.problem(), failure.action());
    }
}
