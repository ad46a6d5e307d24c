package dev.athanor.migration.autoconfigure.actuate;

import dev.athanor.migration.autoconfigure.actuate.page.MigrationsPage;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** The page's style sheet and script belong into a native image, and what no operation names as its answer. */
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
