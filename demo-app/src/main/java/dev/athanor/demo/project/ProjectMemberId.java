package dev.athanor.demo.project;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A user in a project: who takes part in what. */
@Embeddable
public record ProjectMemberId(UUID projectId, UUID userId) {}
