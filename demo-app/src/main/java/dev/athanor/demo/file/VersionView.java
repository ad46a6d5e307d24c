package dev.athanor.demo.file;

import java.time.Instant;
import java.util.UUID;

/** A version, as the API shows it. */
public record VersionView(
        UUID id,
        UUID nodeId,
        int number,
        UUID authorId,
        String commitHash,
        String message,
        long sizeBytes,
        Instant createdAt) {

    static VersionView of(FileVersion version) {
        return new VersionView(
                version.getId(),
                version.getNode().getId(),
                version.getNumber(),
                version.getAuthor().getId(),
                version.getCommitHash(),
                version.getMessage(),
                version.getSizeBytes(),
                version.getCreatedAt());
    }
}
