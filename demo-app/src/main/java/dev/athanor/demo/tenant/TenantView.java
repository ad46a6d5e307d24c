package dev.athanor.demo.tenant;

import java.time.Instant;
import java.util.UUID;

/** A tenant, as the API shows it. */
public record TenantView(UUID id, String name, String slug, TenantType type, boolean active, Instant createdAt) {

    static TenantView of(Tenant tenant) {
        return new TenantView(
                tenant.getId(),
                tenant.getName(),
                tenant.getSlug(),
                tenant.getType(),
                tenant.isActive(),
                tenant.getCreatedAt());
    }
}
