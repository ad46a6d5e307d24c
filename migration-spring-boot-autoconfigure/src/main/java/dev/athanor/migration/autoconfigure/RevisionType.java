package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.RevisionHeader;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Loads a class with a {@link RevisionHeader} as the type that it must be. */
final class RevisionType {

    private RevisionType() {}

    /** Loads the class with the given name; its static initializers do not run. */
    static Class<? extends JavaRevision> load(String name, @Nullable ClassLoader loader) {
        return check(ClassUtils.resolveClassName(name, loader));
    }

    static Class<? extends JavaRevision> check(Class<?> type) {
        if (!JavaRevision.class.isAssignableFrom(type)) {
            throw refusal(
                    type, "does not implement JavaRevision", "Let it implement JavaRevision or ReversibleRevision");
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            throw refusal(type, "is abstract", "Move the header to the class that is to run");
        }
        if (ClassUtils.isInnerClass(type)) {
            throw refusal(type, "belongs to an object of its enclosing class", "Make it static");
        }
        return type.asSubclass(JavaRevision.class);
    }

    private static MigrationException refusal(Class<?> type, String fault, String action) {
        return new MigrationException(
                "Class " + type.getName() + " carries @" + RevisionHeader.class.getSimpleName() + " and " + fault + ".",
                action + ", or remove the annotation.");
    }
}
