package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.error.MigrationException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Represents the JSON that answers a refused write.
 *
 * @param problem the problem
 * @param action the next action
 */
public record ProblemDescriptor(String problem, String action) implements OperationResponseBody {

    static ProblemDescriptor of(MigrationException failure) {
        return new ProblemDescriptor(failure.problem(), failure.action());
    }
}
