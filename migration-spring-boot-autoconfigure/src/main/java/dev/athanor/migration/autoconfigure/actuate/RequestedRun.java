package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.autoconfigure.json.StatusDescriptor.RequestedDescriptor;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.history.Outcome;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.plan.MigrationRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Represents a run that was requested through the endpoint.
 *
 * @param order the request
 * @param outcome the outcome; {@link Outcome#RUNNING} until the run has ended
 * @param requestedAt when the run was requested
 * @param finishedAt when the run ended
 * @param failure the failure, if there is one
 */
record RequestedRun(
        Order order,
        Outcome outcome,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        Optional<MigrationException> failure) {

    /**
     * Holds what is requested.
     *
     * @param request the command with its targets
     * @param principal the user, if the application knows
     */
    record Order(MigrationRequest request, @Nullable String principal) {

        Command command() {
            return request.command();
        }

        /** Returns the texts of the targets. */
        List<String> targets() {
            return request.targets().stream().map(Target::toString).toList();
        }

        @Override
        public String toString() {
            return command().word() + " to " + request.text()
                    + (principal == null ? "" : ", asked for by " + principal);
        }
    }

    static RequestedRun begun(Order order) {
        return new RequestedRun(order, Outcome.RUNNING, Instant.now(), null, Optional.empty());
    }

    RequestedRun succeeded() {
        return new RequestedRun(order, Outcome.SUCCESS, requestedAt, Instant.now(), Optional.empty());
    }

    RequestedRun failed(MigrationException why) {
        return new RequestedRun(order, Outcome.FAILED, requestedAt, Instant.now(), Optional.of(why));
    }

    RequestedDescriptor descriptor() {
        return new RequestedDescriptor(
                order.command().word(),
                order.targets(),
                order.principal(),
                outcome.word(),
                requestedAt,
                finishedAt,
                failure.map(MigrationException::problem).orElse(null),
                failure.map(MigrationException::action).orElse(null));
    }

    /** Returns one phrase: {@code upgrade to heads, asked for by anna: running}. */
    @Override
    public String toString() {
        return order + ": " + outcome.word();
    }
}
