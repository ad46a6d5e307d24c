package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.error.MigrationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Reads the names of the databases that have their own properties, and checks the names below
 * {@code migration.databases}.
 */
final class DatabaseNames {

    /** Names the database that {@code migration.*} itself configures. */
    static final String DEFAULT = "default";

    private static final String PREFIX = "migration.databases";
    private static final Pattern LEGAL = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Bindable<Map<String, DatabaseProperties>> DATABASES =
            Bindable.mapOf(String.class, DatabaseProperties.class);

    private DatabaseNames() {}

    /**
     * Returns the names, in alphabetical order.
     *
     * @throws MigrationException if a name is not valid, or a property is unknown
     */
    static List<String> of(Environment environment) {
        Set<String> names = new TreeSet<>(bind(environment).keySet());
        names.forEach(DatabaseNames::check);
        return names.stream()
                .collect(Collectors.toMap(
                        name -> name.replace("-", ""), name -> name, DatabaseNames::withDashes, TreeMap::new))
                .values()
                .stream()
                .sorted()
                .toList();
    }

    /** Returns the names, without those that are not legal. */
    static Set<String> found(Environment environment) {
        return Binder.get(environment)
                .bind(PREFIX, Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .keySet()
                .stream()
                .filter(LEGAL.asMatchPredicate())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the name with its dashes, which an environment variable cannot contain. */
    private static String withDashes(String one, String other) {
        return one.length() < other.length() ? other : one;
    }

    /**
     * Checks the name of a further database.
     *
     * @throws MigrationException if it is not valid
     */
    static void check(String name) {
        if (name.equals(DEFAULT)) {
            throw new MigrationException(
                    "The name `default` belongs to the database that migration.* itself configures, and a further database"
                            + " has it too.",
                    "Rename the further database, in migration.databases.<name> and in @MigrationDataSource(\"<name>\").");
        }
        if (!LEGAL.matcher(name).matches()) {
            throw new MigrationException(
                    "The name '" + name + "' of a database is not valid.",
                    "Write it in lower-case letters, digits and dashes, beginning with a letter, in"
                            + " migration.databases.<name> and in @MigrationDataSource(\"<name>\").");
        }
    }

    private static Map<String, DatabaseProperties> bind(Environment environment) {
        // the names of environment variables cannot tell a dash from a dot
        BindHandler refusing = new NoUnboundElementsBindHandler(
                BindHandler.DEFAULT,
                source -> !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource));
        try {
            return Binder.get(environment).bind(PREFIX, DATABASES, refusing).orElse(Map.of());
        } catch (BindException e) {
            throw e.getCause() instanceof UnboundConfigurationPropertiesException unknown ? unknown(unknown) : e;
        }
    }

    private static MigrationException unknown(UnboundConfigurationPropertiesException failure) {
        List<ConfigurationPropertyName> names = failure.getUnboundProperties().stream()
                .map(property -> property.getName())
                .sorted()
                .toList();
        String all = names.stream().map(Object::toString).collect(Collectors.joining(", "));
        return new MigrationException(
                names.size() == 1
                        ? all + " is not a property of a database."
                        : "These are not properties of a database: " + all + ".",
                "Correct the name, or remove it: below migration.databases.<name>, Athanor knows "
                        + String.join(", ", known()) + ".");
    }

    private static List<String> known() {
        return Stream.of(DatabaseProperties.class.getRecordComponents())
                .map(component -> DataObjectPropertyName.toDashedForm(component.getName()))
                .sorted()
                .toList();
    }
}
