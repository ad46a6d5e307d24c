package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.revision.RegisteredRevision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.env.Environment;

/**
 * Holds the properties of each database by its name: those of a further database override those of the default one.
 *
 * @since 0.1.0
 */
public final class ConfiguredDatabases {

    private final MigrationProperties defaults;
    private final Map<String, DatabaseProperties> further;

    /**
     * @param marked the databases that a DataSource is marked for, which need no properties
     */
    ConfiguredDatabases(MigrationProperties defaults, Iterable<String> marked) {
        this.defaults = defaults;
        this.further = new TreeMap<>(defaults.databases());
        marked.forEach(name -> further.putIfAbsent(name, DatabaseProperties.NONE));
    }

    /** Returns the names of the databases that have properties of their own, without those that are not legal. */
    public static Set<String> names(Environment environment) {
        return DatabaseNames.found(environment);
    }

    /** Returns whether the properties of a database name a bean. */
    public static boolean nameBeans(Environment environment) {
        return names(environment).stream()
                .anyMatch(name -> environment.containsProperty("migration.databases." + name + ".data-source"));
    }

    /** Returns the properties of the default database. */
    MigrationProperties defaults() {
        return defaults;
    }

    /** Returns the properties of a further database that are its own. */
    DatabaseProperties own(String name) {
        return further.getOrDefault(name, DatabaseProperties.NONE);
    }

    /** Returns all properties of a database; for one that is defined by hand, those of the default one. */
    public MigrationProperties properties(String name) {
        return Optional.ofNullable(further.get(name))
                .map(database -> database.over(defaults, name))
                .orElse(defaults);
    }

    /** Returns the revisions in Java of a database: the default one has those that no other one claims. */
    public List<RegisteredRevision> revisions(String name, JavaRevisions all) {
        DatabaseProperties own = further.get(name);
        if (own != null) {
            return all.all().stream().filter(revision -> claims(own, revision)).toList();
        }
        return all.all().stream()
                .filter(revision -> further.values().stream().noneMatch(other -> claims(other, revision)))
                .toList();
    }

    private static boolean claims(DatabaseProperties database, RegisteredRevision revision) {
        return database.javaPackages().stream()
                .anyMatch(name -> (revision.type().getPackageName() + ".").startsWith(name + "."));
    }
}
