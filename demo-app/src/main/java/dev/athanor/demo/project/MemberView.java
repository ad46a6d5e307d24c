package dev.athanor.demo.project;

import java.time.Instant;
import java.util.UUID;

/** A member of a project, as the API shows it. */
public record MemberView(UUID userId, String email, String displayName, ProjectRole role, Instant joinedAt) {

    static MemberView of(ProjectMember member) {
        return new MemberView(
                member.getUser().getId(),
                member.getUser().getEmail(),
                member.getUser().getDisplayName(),
                member.getRole(),
                member.getJoinedAt());
    }
}
