package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.MigrationStatus;
import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.actuate.MigrationsDescriptor.AppliedDescriptor;
import dev.athanor.migration.script.RevisionScript;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/** {@code /actuator/migrations}: what is applied, what is pending, what runs. */
@Endpoint(id = "migrations", defaultAccess = Access.READ_ONLY)
public final class MigrationsEndpoint {

    private final StatusCache cache;

    MigrationsEndpoint(StatusCache cache) {
        this.cache = cache;
    }

    /** The state of each database. */
    @ReadOperation
    public MigrationsDescriptor migrations() {
        return MigrationsDescriptor.of(cache.statuses());
    }

    /** One revision with its SQL; null, which is answered with 404, for an unknown one. */
    @ReadOperation
    public @Nullable RevisionDescriptor revision(@Selector String revision) {
        return cache.migrations()
                .flatMap(migrations -> describe(migrations, revision).stream())
                .findFirst()
                .orElse(null);
    }

    private Optional<RevisionDescriptor> describe(Migrations migrations, String revision) {
        return migrations
                .script(revision)
                .or(() -> remembered(migrations, revision))
                .map(script -> RevisionDescriptor.of(migrations.name(), script, applied(migrations, script)));
    }

    /** Asks the database only for what the latest look at it has named. */
    private Optional<RevisionScript> remembered(Migrations migrations, String revision) {
        boolean named = cache.statuses().stream()
                .filter(status -> status.database().equals(migrations.name()))
                .flatMap(status -> status.applied().stream())
                .anyMatch(applied ->
                        !applied.known() && applied.revision().value().equals(revision));
        return named ? migrations.remembered(revision) : Optional.empty();
    }

    private @Nullable AppliedDescriptor applied(Migrations migrations, RevisionScript script) {
        return cache.statuses().stream()
                .filter(status -> status.database().equals(migrations.name()))
                .map(MigrationStatus::applied)
                .flatMap(java.util.List::stream)
                .filter(applied -> applied.revision().equals(script.id()))
                .map(AppliedDescriptor::of)
                .findFirst()
                .orElse(null);
    }
}
