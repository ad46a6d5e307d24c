package dev.athanor.demo.file;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** Content to commit, base64 in JSON. */
public record NewVersion(
        @NotNull UUID authorId,
        @NotBlank @Size(max = 500) String message,
        @NotNull byte[] content) {}
