package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.autoconfigure.actuate.MigrationsEndpoint.Request;
import dev.athanor.migration.autoconfigure.actuate.page.ApplicationView;
import dev.athanor.migration.autoconfigure.actuate.page.MigrationsPage;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.plan.Command;
import dev.athanor.migration.session.DatabaseUnreachableException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.util.MimeType;

/** Adds what the endpoint offers over HTTP only: a page for browsers, and status codes for writes. */
@EndpointWebExtension(endpoint = MigrationsEndpoint.class)
public final class MigrationsWebExtension {

    private static final MimeType HTML = new MimeType("text", "html", StandardCharsets.UTF_8);

    private final MigrationsEndpoint endpoint;
    private final MigrationsPage page;

    MigrationsWebExtension(MigrationsEndpoint endpoint) {
        this.endpoint = endpoint;
        this.page = new MigrationsPage(new ApplicationView(endpoint.application(), new ApplicationHome().getSource()));
    }

    /** Returns the state as a page, for clients that ask for HTML; with a revision, that revision with its SQL. */
    @ReadOperation(produces = "text/html")
    public WebEndpointResponse<String> page(@Nullable String database, @Nullable String revision) {
        if (revision == null) {
            return new WebEndpointResponse<>(page.overview(endpoint.views()), WebEndpointResponse.STATUS_OK, HTML);
        }
        return endpoint.find(database, revision)
                .map(found -> new WebEndpointResponse<>(
                        page.revision(found.script(), found.applied(), found.proof()),
                        WebEndpointResponse.STATUS_OK,
                        HTML))
                .orElseGet(() ->
                        new WebEndpointResponse<>(page.unknown(revision), WebEndpointResponse.STATUS_NOT_FOUND, HTML));
    }

    /**
     * Answers 202 if the run has begun, 200 with a plan, 409 while another run is in progress, and 400 if the run
     * cannot be planned.
     */
    @WriteOperation
    public WebEndpointResponse<Object> run(
            SecurityContext securityContext,
            @Selector Command command,
            @Nullable String target,
            @Nullable String database,
            @Nullable Boolean plan) {
        try {
            Request request = new Request(command, target, database, principal(securityContext));
            RunDescriptor run = endpoint.run(request, Boolean.TRUE.equals(plan));
            return new WebEndpointResponse<>(run, run.started() ? 202 : WebEndpointResponse.STATUS_OK);
        } catch (MigrationException e) {
            return new WebEndpointResponse<>(ProblemDescriptor.of(e), status(e));
        }
    }

    private static @Nullable String principal(SecurityContext context) {
        Principal principal = context.getPrincipal();
        return principal == null ? null : principal.getName();
    }

    private static int status(MigrationException failure) {
        if (failure instanceof RunRefusedException) {
            return 409;
        }
        return failure instanceof DatabaseUnreachableException
                ? WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE
                : WebEndpointResponse.STATUS_BAD_REQUEST;
    }
}
