package dev.athanor.demo.file;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** A file or directory to create; without a parent it goes into the root. */
public record NewNode(
        UUID parentId,

        @NotBlank @Size(max = 255) @Pattern(regexp = "[^/]*", message = "must not contain '/'") String name,

        @NotNull NodeType type) {}
