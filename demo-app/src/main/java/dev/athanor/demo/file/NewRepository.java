package dev.athanor.demo.file;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A repository to create. */
public record NewRepository(@NotBlank @Size(max = 120) String name) {}
