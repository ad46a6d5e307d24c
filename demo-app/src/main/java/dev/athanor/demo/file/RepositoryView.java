package dev.athanor.demo.file;

import java.time.Instant;
import java.util.UUID;

/** A repository, as the API shows it. */
public record RepositoryView(UUID id, UUID projectId, String name, Instant createdAt) {

    static RepositoryView of(FileRepository repository) {
        return new RepositoryView(
                repository.getId(), repository.getProject().getId(), repository.getName(), repository.getCreatedAt());
    }
}
