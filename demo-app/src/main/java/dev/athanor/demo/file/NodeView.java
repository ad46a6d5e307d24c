package dev.athanor.demo.file;

import dev.athanor.demo.persistence.BaseEntity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A file or directory, as the API shows it. */
public record NodeView(
        UUID id,
        UUID repositoryId,
        UUID parentId,
        String name,
        NodeType type,
        UUID currentVersionId,
        Instant createdAt) {

    static NodeView of(FileNode node) {
        return new NodeView(
                node.getId(),
                node.getRepository().getId(),
                idOf(node.getParent()),
                node.getName(),
                node.getType(),
                idOf(node.getCurrentVersion()),
                node.getCreatedAt());
    }

    private static UUID idOf(BaseEntity entity) {
        return Optional.ofNullable(entity).map(BaseEntity::getId).orElse(null);
    }
}
