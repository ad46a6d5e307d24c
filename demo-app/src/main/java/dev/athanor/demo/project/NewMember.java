package dev.athanor.demo.project;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A user to take into a project. */
public record NewMember(@NotNull UUID userId, @NotNull ProjectRole role) {}
