package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.revision.JavaRevision;
import dev.athanor.migration.revision.RegisteredRevision;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * Holds the application's revisions in Java, which are found by scanning its packages or those of
 * {@code migration.java-packages}.
 *
 * <p>All belong to the default database, except for those in {@code migration.databases.<name>.java-packages}. An
 * application
 * that builds the {@code Migrations} of several by hand gives each the revisions of a package.
 *
 * @since 0.1.0
 */
public final class JavaRevisions {

    private final List<RegisteredRevision> all;

    JavaRevisions(RevisionClasses classes, @Nullable ClassLoader loader, BeanFactory beans) {
        this.all = classes.names().stream()
                .map(name -> registered(RevisionType.load(name, loader), beans))
                .toList();
    }

    private static RegisteredRevision registered(Class<? extends JavaRevision> type, BeanFactory beans) {
        return new RegisteredRevision(type, new RevisionCreation(type, beans));
    }

    /** Returns all revisions, by the names of their classes. */
    public List<RegisteredRevision> all() {
        return all;
    }

    /** Returns the revisions of a package and of the packages below it. */
    public List<RegisteredRevision> in(String packageName) {
        return all.stream()
                .filter(revision -> (revision.type().getPackageName() + ".").startsWith(packageName + "."))
                .toList();
    }
}
