package dev.athanor.demo.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** A project to create. */
public record NewProject(
        @NotNull UUID tenantId,
        @NotBlank @Size(max = 32) String code,
        @NotBlank @Size(max = 200) String name,
        @Size(max = 2000) String description) {}
