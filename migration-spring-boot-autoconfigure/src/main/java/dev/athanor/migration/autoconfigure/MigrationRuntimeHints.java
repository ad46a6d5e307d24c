package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.autoconfigure.json.LintDescriptor;
import dev.athanor.migration.autoconfigure.json.PlanDescriptor;
import dev.athanor.migration.autoconfigure.json.RevisionDescriptor;
import dev.athanor.migration.autoconfigure.json.StatusDescriptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** Registers for native images the revisions of the default location and the records that JSON is made of. */
final class MigrationRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern("db/revisions/*").registerPattern("db/revisions/**/*.sql");
        new BindingReflectionHintsRegistrar()
                .registerReflectionHints(
                        hints.reflection(),
                        StatusDescriptor.class,
                        RevisionDescriptor.class,
                        LintDescriptor.class,
                        PlanDescriptor.class);
    }
}
