package dev.athanor.demo.project;

import java.time.Instant;
import java.util.UUID;

/** A project, as the API shows it. */
public record ProjectView(
        UUID id, UUID tenantId, String code, String name, String slug, String description, Instant createdAt) {

    static ProjectView of(Project project) {
        return new ProjectView(
                project.getId(),
                project.getTenant().getId(),
                project.getCode(),
                project.getName(),
                project.getSlug(),
                project.getDescription(),
                project.getCreatedAt());
    }
}
