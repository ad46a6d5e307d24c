package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.autoconfigure.actuate.page.MigrationsPage;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** Registers for native images the style sheet and the script of the page, and the answers that no operation names. */
final class EndpointRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        String folder = MigrationsPage.class.getPackageName().replace('.', '/');
        hints.resources().registerPattern(folder + "/page.css").registerPattern(folder + "/page.js");
        new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(), ProblemDescriptor.class);
        hints.reflection()
                .registerType(MigrationsDescriptor.class, MemberCategory.INVOKE_PUBLIC_METHODS)
                .registerType(RevisionBody.class, MemberCategory.INVOKE_PUBLIC_METHODS);
    }
}
