package dev.athanor.demo.tenant;

import java.time.Instant;
import java.util.UUID;

/** A user, as the API shows it. */
public record UserView(UUID id, UUID tenantId, String email, String displayName, Instant createdAt) {

    static UserView of(User user) {
        return new UserView(
                user.getId(), user.getTenant().getId(), user.getEmail(), user.getDisplayName(), user.getCreatedAt());
    }
}
