package dev.athanor.demo.tenant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A tenant to create. */
public record NewTenant(
        @NotBlank @Size(max = 200) String name,

        @NotNull @Size(max = 63) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
        String slug,

        @NotNull TenantType type) {}
