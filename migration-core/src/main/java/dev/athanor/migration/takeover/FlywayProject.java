package dev.athanor.migration.takeover;

import dev.athanor.migration.takeover.FlywayMigration.Content;
import dev.athanor.migration.takeover.FlywaySettings.Naming;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sorts the files of a project by what Flyway does with them. */
final class FlywayProject {

    private static final String CLASS = ".class";
    private static final String CONF = ".conf";

    private final FlywaySettings settings;
    private final Map<String, ForeignFile> byLocation;
    private final TreeMap<FlywayVersion, FlywayMigration> versioned = new TreeMap<>();
    private final Map<FlywayVersion, FlywayMigration> undo = new TreeMap<>();
    private final TreeMap<FlywayVersion, FlywayMigration> baselines = new TreeMap<>();
    private final Map<String, FlywayMigration> repeatables = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    private FlywayProject(FlywaySettings settings, List<ForeignFile> files) {
        this.settings = settings;
        this.byLocation = files.stream()
                .collect(Collectors.toMap(
                        ForeignFile::location, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    /**
     * Sorts files.
     *
     * @throws ImportException if two files have the same version or description
     */
    static FlywayProject of(FlywaySettings settings, List<ForeignFile> files) {
        FlywayProject project = new FlywayProject(settings, files);
        project.byLocation.values().forEach(project::add);
        return project;
    }

    TreeMap<FlywayVersion, FlywayMigration> versioned() {
        return versioned;
    }

    Optional<FlywayMigration> undo(FlywayVersion version) {
        return Optional.ofNullable(undo.get(version));
    }

    TreeMap<FlywayVersion, FlywayMigration> baselines() {
        return baselines;
    }

    Map<String, FlywayMigration> repeatables() {
        return repeatables;
    }

    /** Returns what becomes of files that are no migrations. */
    List<String> notes() {
        return notes;
    }

    private void add(ForeignFile file) {
        if (file.name().endsWith(CLASS)) {
            String path = file.location().substring(0, file.location().length() - CLASS.length());
            if (path.indexOf('$') < 0) {
                String className = path.replace('/', '.');
                add(className, file.name().replace(CLASS, ""), new FlywayMigration.Java(className));
            }
            return;
        }
        String lowerCase = file.name().toLowerCase(Locale.ROOT);
        settings.naming().suffixes().stream()
                .filter(suffix -> lowerCase.endsWith(suffix.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(suffix -> addScript(file, suffix));
    }

    private void addScript(ForeignFile file, String suffix) {
        String name = file.name().substring(0, file.name().length() - suffix.length());
        Optional<FlywayCallback> callback =
                FlywayCallback.of(name, settings.naming().separator());
        if (callback.isPresent()) {
            notes.add(callback.get().note(file.location()));
        } else if (!add(file.location(), name, content(file))) {
            notes.add("File " + file.location() + " is not carried over: its name is that of no migration, and Flyway"
                    + " ignores it too.");
        }
    }

    private Content content(ForeignFile file) {
        Properties conf = conf(file);
        conf.stringPropertyNames().stream()
                .filter(key -> !key.equals("executeInTransaction")
                        && !key.equals("placeholderReplacement")
                        && !key.equals("encoding"))
                .sorted()
                .forEach(key -> notes.add("Setting " + key + " in " + file.location() + CONF + " has no equivalent."));
        return new FlywayMigration.Sql(
                file.text(settings.encoding()),
                !"false".equals(conf.getProperty("executeInTransaction")),
                settings.placeholders().active() && !"false".equals(conf.getProperty("placeholderReplacement")));
    }

    private Properties conf(ForeignFile file) {
        Properties properties = new Properties();
        ForeignFile conf = byLocation.get(file.location() + CONF);
        if (conf != null) {
            try {
                properties.load(new StringReader(conf.text(settings.encoding())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    /** Adds a migration, and returns whether its name is that of one. */
    private boolean add(String script, String name, Content content) {
        Naming naming = settings.naming();
        Optional<String> prefix = Stream.of(naming.versioned(), naming.undo(), naming.baseline(), naming.repeatable())
                .filter(one -> !one.isEmpty() && name.startsWith(one))
                .max((one, other) -> Integer.compare(one.length(), other.length()));
        if (prefix.isEmpty()) {
            return false;
        }
        String rest = name.substring(prefix.get().length());
        int at = rest.indexOf(naming.separator());
        String before = at < 0 ? rest : rest.substring(0, at);
        String description =
                at < 0 ? "" : rest.substring(at + naming.separator().length()).replace('_', ' ');
        if (prefix.get().equals(naming.repeatable())) {
            FlywayMigration found = new FlywayMigration(script, Optional.empty(), description, content);
            return before.isEmpty() && put(repeatables, description, found);
        }
        Optional<FlywayVersion> version = FlywayVersion.parse(before);
        return version.isPresent()
                && put(
                        ofPrefix(prefix.get()),
                        version.get(),
                        new FlywayMigration(script, version, description, content));
    }

    private Map<FlywayVersion, FlywayMigration> ofPrefix(String prefix) {
        Naming naming = settings.naming();
        return prefix.equals(naming.versioned()) ? versioned : prefix.equals(naming.undo()) ? undo : baselines;
    }

    private static <K> boolean put(Map<K, FlywayMigration> migrations, K key, FlywayMigration found) {
        FlywayMigration first = migrations.putIfAbsent(key, found);
        if (first != null) {
            throw new ImportException(
                    "Two migrations have the "
                            + found.version()
                                    .map(version -> "version " + version)
                                    .orElse("description " + key) + ": "
                            + first.script() + " and " + found.script() + ".",
                    "Flyway refuses this too. Rename or remove one of them, and import again.");
        }
        return true;
    }
}
