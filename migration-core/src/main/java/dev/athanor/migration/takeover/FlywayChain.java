package dev.athanor.migration.takeover;

import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.takeover.FlywayLink.State;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Puts migrations in the order in which Flyway applied them, the pending ones behind, and says what differs. */
final class FlywayChain {

    private static final String REPEATABLE = "r_";

    /** Identifies a migration in files and rows: by version, or by description. */
    private record Key(@Nullable FlywayVersion version, String description) {

        static Key of(FlywayRow row) {
            return row.version().map(Key::of).orElseGet(() -> new Key(null, row.description()));
        }

        static Key of(FlywayVersion version) {
            return new Key(version, "");
        }
    }

    private final FlywaySettings settings;
    private final FlywayProject project;
    private final FlywayPlaceholders placeholders;
    private final FlywayOrigin origin;
    private final Map<Key, FlywayRow> latest = new LinkedHashMap<>();
    private final List<FlywayRow> schemas = new ArrayList<>();
    private final List<FlywayLink> links = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private @Nullable FlywayRow baseline;
    private @Nullable FlywayRow base;

    private FlywayChain(
            FlywaySettings settings, FlywayProject project, FlywayPlaceholders placeholders, FlywayOrigin origin) {
        this.settings = settings;
        this.project = project;
        this.placeholders = placeholders;
        this.origin = origin;
    }

    /**
     * Puts the migrations in order.
     *
     * @throws ImportException if a migration failed
     */
    static FlywayChain of(FlywaySettings settings, FlywayProject project, FlywayPlaceholders placeholders, Rows rows) {
        FlywayChain chain = new FlywayChain(settings, project, placeholders, rows.origin());
        rows.all().forEach(chain::read);
        chain.order();
        return chain;
    }

    /** Holds the history, and the revisions that an earlier import wrote. */
    record Rows(List<FlywayRow> all, FlywayOrigin origin) {}

    List<FlywayLink> links() {
        return links;
    }

    List<String> notes() {
        return notes;
    }

    List<String> differences() {
        return differences;
    }

    /** Returns the revision of a row; empty for a row that belongs to none. */
    Optional<FlywayLink> link(FlywayRow row) {
        return links.stream()
                .filter(link -> link.row().filter(row::equals).isPresent()
                        || row.version().isPresent()
                                && link.migration().version().equals(row.version())
                        || row.version().isEmpty()
                                && link.isApplied()
                                && link.migration().version().isEmpty()
                                && link.migration().description().equals(row.description()))
                .findFirst();
    }

    private void read(FlywayRow row) {
        if (!row.success()) {
            throw new ImportException(
                    "Flyway's history says that " + row.name() + " failed, so the schema may hold a part of it.",
                    "Undo by hand what it left, run `flyway repair` to remove the row, and `flyway migrate` until it"
                            + " succeeds; then import again.");
        }
        Key key = Key.of(row);
        if (row.type().equals("SCHEMA")) {
            schemas.add(row);
        } else if (row.takesBack()) {
            latest.remove(key);
        } else if (row.isBaseline()) {
            baseline = row;
        } else {
            base = row.isBaselineMigration() ? row : base;
            latest.remove(key);
            latest.put(key, row);
        }
    }

    private void order() {
        schemas.forEach(this::addSchemas);
        addFreshBase();
        addCounted();
        latest.forEach(this::addApplied);
        addPending();
        addRepeatables();
        noteBaselines();
    }

    /** Adds a revision that creates the schemas that Flyway created, apart from the one that Athanor creates. */
    private void addSchemas(FlywayRow row) {
        String own = settings.schema().orElse("");
        List<String> others = Stream.of(row.script().split(","))
                .map(name -> name.strip().replace("\"", ""))
                .filter(name -> !name.isEmpty() && !name.equals(own))
                .toList();
        if (!others.isEmpty()) {
            StringBuilder sql = new StringBuilder();
            others.forEach(name ->
                    sql.append("CREATE SCHEMA IF NOT EXISTS \"").append(name).append("\";\n"));
            RevisionId id = new RevisionId("flyway_schemas");
            FlywayMigration migration = new FlywayMigration(
                    row.script(),
                    Optional.empty(),
                    "create schemas",
                    new FlywayMigration.Sql(sql.toString(), true, false));
            links.add(new FlywayLink(id, migration, State.APPLIED, Optional.of(row)));
            notes.add("Flyway created the schemas " + String.join(", ", others) + ": revision " + id
                    + " creates them in a new database.");
        }
    }

    /** Begins with a baseline migration in a database in which Flyway has run nothing, as Flyway does. */
    private void addFreshBase() {
        if (latest.isEmpty() && baseline == null && !project.baselines().isEmpty()) {
            FlywayMigration first = project.baselines().lastEntry().getValue();
            links.add(link(first, State.PENDING, null));
        }
    }

    private Optional<FlywayVersion> limit() {
        return Stream.of(
                        Optional.ofNullable(baseline).flatMap(FlywayRow::version),
                        Optional.ofNullable(base).flatMap(FlywayRow::version),
                        links.stream()
                                .filter(link -> project.baselines().containsValue(link.migration()))
                                .findFirst()
                                .flatMap(link -> link.migration().version()))
                .flatMap(Optional::stream)
                .max(FlywayVersion::compareTo);
    }

    private boolean isBelow(FlywayVersion version) {
        return limit().filter(limit -> version.compareTo(limit) <= 0).isPresent();
    }

    private void addCounted() {
        FlywayRow begun = baseline;
        if (begun == null || base != null) {
            return;
        }
        List<FlywayMigration> counted = project.versioned().values().stream()
                .filter(migration -> isBelow(migration.version().orElseThrow()) && !isApplied(migration))
                .toList();
        counted.forEach(migration -> links.add(link(migration, State.COUNTED, begun)));
        if (counted.isEmpty()) {
            notes.add("Flyway began at the baseline "
                    + begun.version().map(Object::toString).orElse("") + " of a schema"
                    + " that no migration creates. Take that schema into a first revision, as docs/adopting.md describes,"
                    + " or new databases lack it.");
        }
    }

    private boolean isApplied(FlywayMigration migration) {
        return migration.version().map(Key::of).filter(latest::containsKey).isPresent();
    }

    private void addApplied(Key key, FlywayRow row) {
        if (row.version().isEmpty()) {
            addAppliedRepeatable(row);
            return;
        }
        FlywayVersion version = row.version().get();
        FlywayMigration migration = Optional.ofNullable(
                        (row.isBaselineMigration() ? project.baselines() : project.versioned()).get(version))
                .or(() -> origin.kept(version.id(), row))
                .orElseGet(() -> withoutFile(row));
        compare(row, migration);
        links.add(link(migration, State.APPLIED, row));
    }

    private FlywayMigration withoutFile(FlywayRow row) {
        if (row.isJava()) {
            return new FlywayMigration(
                    row.script(), row.version(), row.description(), new FlywayMigration.Java(row.script()));
        }
        if (row.isForeign()) {
            notes.add(
                    "Migration " + row.name() + " of type " + row.type() + " has no equivalent: its revision is empty."
                            + " Write what it did in SQL or as a revision in Java, or new databases lack it.");
            return missing(row, "Flyway ran it as a migration of type " + row.type() + ".");
        }
        differences.add(row.name() + " was applied, and its file is not there.");
        return missing(row, "Its file was not there when it was imported.");
    }

    private static FlywayMigration missing(FlywayRow row, String reason) {
        return new FlywayMigration(row.script(), row.version(), row.description(), new FlywayMigration.Missing(reason));
    }

    private void compare(FlywayRow row, FlywayMigration migration) {
        Integer applied = row.checksum();
        Integer found = migration.checksum();
        if (applied != null && found != null && !applied.equals(found)) {
            differences.add(
                    migration.script() + " was changed after it was applied: Flyway applied it with the checksum "
                            + applied + ", and the file has " + found + ".");
        }
    }

    private void addAppliedRepeatable(FlywayRow row) {
        FlywayMigration migration = project.repeatables().get(row.description());
        if (migration == null) {
            origin.kept(repeatableId(row.description()), row)
                    .ifPresentOrElse(
                            kept -> links.add(link(kept, State.APPLIED, row)),
                            () -> notes.add("Repeatable migration " + row.name()
                                    + " was applied, and its file is not there: it is not carried over."));
        } else if (isCurrent(row, migration)) {
            links.add(link(migration, State.APPLIED, row));
        }
    }

    private boolean isCurrent(FlywayRow row, FlywayMigration migration) {
        Integer applied = row.checksum();
        return applied == null
                || migration.sql().isEmpty()
                || applied.equals(migration.checksum())
                || migration
                        .sql()
                        .filter(sql ->
                                placeholders.runsEachTime(sql) || applied == placeholders.checksum(migration, sql))
                        .isPresent();
    }

    private void addPending() {
        Optional<FlywayVersion> newest = latest.keySet().stream()
                .flatMap(key -> Stream.ofNullable(key.version()))
                .max(FlywayVersion::compareTo);
        project.versioned().forEach((version, migration) -> {
            if (links.stream().anyMatch(link -> link.migration() == migration)) {
                return;
            }
            if (isBelow(version)) {
                notes.add("Migration " + migration.script() + " is not carried over: the baseline migration "
                        + limit().map(Object::toString).orElse("") + " takes its place.");
                return;
            }
            if (!settings.outOfOrder()
                    && newest.filter(applied -> version.compareTo(applied) < 0).isPresent()) {
                notes.add(
                        "Migration " + migration.script() + " is pending, and Flyway ignores it, because a newer one is"
                                + " applied and spring.flyway.out-of-order is false. Here the next upgrade applies it: delete its"
                                + " revision if you do not want that.");
            }
            links.add(link(migration, State.PENDING, null));
        });
    }

    private void addRepeatables() {
        project.repeatables().forEach((description, migration) -> {
            boolean known = links.stream().anyMatch(link -> link.migration() == migration);
            boolean edited = !known && latest.containsKey(new Key(null, description));
            if (!known) {
                links.add(link(migration, State.PENDING, null));
            }
            notes.add("Repeatable migration " + migration.script() + " becomes the revision "
                    + repeatableId(description) + ", which runs once: write a new revision for the next change."
                    + (edited ? " It was edited since Flyway ran it, so it is pending." : "")
                    + (migration.sql().filter(placeholders::runsEachTime).isPresent()
                            ? " Flyway runs it at each migration, because it uses the time; Athanor does not."
                            : ""));
        });
    }

    private void noteBaselines() {
        project.baselines().values().stream()
                .filter(migration -> links.stream().noneMatch(link -> link.migration() == migration))
                .forEach(migration -> notes.add("Baseline migration " + migration.script()
                        + " is not carried over: this database has the migrations that it stands for."));
    }

    private FlywayLink link(FlywayMigration migration, State state, @Nullable FlywayRow row) {
        RevisionId id =
                migration.version().map(FlywayVersion::id).orElseGet(() -> repeatableId(migration.description()));
        return new FlywayLink(id, migration, state, Optional.ofNullable(row));
    }

    private static RevisionId repeatableId(String description) {
        String slug = REPEATABLE + description.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
        if (slug.length() <= RevisionId.MAX_LENGTH) {
            return new RevisionId(slug);
        }
        CRC32 crc = new CRC32();
        crc.update(description.getBytes(StandardCharsets.UTF_8));
        String hash = String.format("_%08x", crc.getValue());
        return new RevisionId(slug.substring(0, RevisionId.MAX_LENGTH - hash.length()) + hash);
    }

    /** Returns the rows whose migrations still count. */
    Set<FlywayRow> counting() {
        return Set.copyOf(latest.values());
    }
}
