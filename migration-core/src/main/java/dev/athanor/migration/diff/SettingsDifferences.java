package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Access;
import dev.athanor.migration.schema.ColumnSettings;
import dev.athanor.migration.schema.DefaultPrivileges;
import dev.athanor.migration.schema.FiringSettings;
import dev.athanor.migration.schema.Grant;
import dev.athanor.migration.schema.Grant.Grantee;
import dev.athanor.migration.schema.IndexSettings;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.ObjectSettings;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.RelationSettings;
import dev.athanor.migration.schema.RelationSettings.ReplicaIdentity;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.SchemaSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes how objects that both schemas have differ besides their definitions. */
final class SettingsDifferences {

    private final Comparison comparison;
    private final SchemaSettings from;
    private final SchemaSettings to;
    private final Map<SchemaObject, SchemaObject> formerNames = new TreeMap<>();
    private final SortedMap<SchemaObject, DifferenceLines> lines = new TreeMap<>();

    private SettingsDifferences(Comparison comparison) {
        this.comparison = comparison;
        this.from = comparison.from().settings();
        this.to = comparison.to().settings();
        comparison.renames().forEach((before, after) -> formerNames.put(after, before));
    }

    /** Returns the differences of each object. */
    static SortedMap<SchemaObject, DifferenceLines> of(Comparison comparison) {
        SettingsDifferences differences = new SettingsDifferences(comparison);
        differences.addObjects();
        differences.addAccess();
        differences.addDefaults();
        return differences.lines;
    }

    private void addObjects() {
        SortedSet<SchemaObject> objects = new TreeSet<>(to.objects().keySet());
        from.objects()
                .keySet()
                .forEach(object -> objects.add(comparison.renames().getOrDefault(object, object)));
        for (SchemaObject object : objects) {
            ObjectSettings any = Objects.requireNonNullElseGet(
                    to.objects().get(object), () -> from.objects().get(former(object)));
            if (isOnBothSides(object)) {
                any.accept(new Description(object, line(object)));
            }
        }
    }

    /** Returns the name that an object has in the former schema. */
    private SchemaObject former(SchemaObject object) {
        return formerNames.getOrDefault(object, object);
    }

    private DifferenceLines line(SchemaObject object) {
        return lines.computeIfAbsent(object, any -> new DifferenceLines());
    }

    /** Returns whether both schemas have an object; columns that are inherited or those of a view are not listed. */
    private boolean isOnBothSides(SchemaObject object) {
        return isIn(comparison.before(), former(object)) && isIn(comparison.after(), object);
    }

    private static boolean isIn(Inventory inventory, SchemaObject object) {
        boolean unlisted = object.kind() == ObjectKind.COLUMN || object.kind() == ObjectKind.TRIGGER;
        return inventory.has(object)
                || unlisted
                        && (inventory.has(SchemaObjects.table(object.name()))
                                || inventory.has(SchemaObjects.view(object.name()))
                                || inventory.has(SchemaObject.of(ObjectKind.COMPOSITE_TYPE, object.name())));
    }

    /** Adds the lines of one object. */
    private final class Description implements ObjectSettings.Visitor<DifferenceLines> {

        private final SchemaObject object;
        private final DifferenceLines lines;

        Description(SchemaObject object, DifferenceLines lines) {
            this.object = object;
            this.lines = lines;
        }

        @Override
        public DifferenceLines column(ColumnSettings any) {
            ColumnSettings before = from.column(object);
            ColumnSettings after = to.column(object);
            lines.add("storage", mode(before.storage()), mode(after.storage()));
            lines.add("compression", before.compression(), after.compression());
            lines.add("statistics target", before.statistics(), after.statistics());
            lines.add("options", before.options(), after.options());
            lines.add("default", before.defaultExpression(), after.defaultExpression());
            lines.comment(before.comment(), after.comment());
            return lines;
        }

        private static @Nullable String mode(ColumnSettings.@Nullable Storage storage) {
            return storage == null ? null : storage.mode();
        }

        @Override
        public DifferenceLines relation(RelationSettings any) {
            RelationSettings before = from.relation(object);
            RelationSettings after = to.relation(object);
            lines.addState(
                    before.rowSecurity().enabled(),
                    after.rowSecurity().enabled(),
                    "row security enabled",
                    "row security disabled");
            lines.addState(
                    before.rowSecurity().forced(),
                    after.rowSecurity().forced(),
                    "row security forced",
                    "row security not forced");
            lines.add("replica identity", identity(before.replicaIdentity()), identity(after.replicaIdentity()));
            lines.add("clustered on", nameNow(before.clusteredOn()), after.clusteredOn());
            lines.add("access method", before.accessMethod(), after.accessMethod());
            lines.add("tablespace", before.tablespace(), after.tablespace());
            lines.add("of type", before.ofType(), after.ofType());
            return lines;
        }

        private static String mode(ReplicaIdentity identity) {
            return identity.mode().name().toLowerCase(Locale.ROOT);
        }

        private String identity(ReplicaIdentity identity) {
            String index = nameNow(identity.index());
            return index == null ? mode(identity) : mode(identity) + " " + index;
        }

        /** Returns the name that an index of the former schema has in the wanted one. */
        private @Nullable String nameNow(@Nullable String index) {
            if (index == null) {
                return null;
            }
            SchemaObject renamed = comparison.renames().get(SchemaObjects.index(object.name(), index));
            SchemaObject constraint = comparison.renames().get(SchemaObjects.constraint(object.name(), index));
            SchemaObject now = renamed == null ? constraint : renamed;
            return now == null ? index : now.part();
        }

        @Override
        public DifferenceLines index(IndexSettings any) {
            IndexSettings before = from.index(former(object));
            IndexSettings after = to.index(object);
            lines.add("statistics targets", before.statistics(), after.statistics());
            lines.add("tablespace", before.tablespace(), after.tablespace());
            lines.add("comment on the index", before.comment(), after.comment());
            return lines;
        }

        @Override
        public DifferenceLines firing(FiringSettings any) {
            lines.add(
                    "firing",
                    from.objects().get(object) instanceof FiringSettings one ? one.firing() : null,
                    to.objects().get(object) instanceof FiringSettings one ? one.firing() : null);
            return lines;
        }
    }

    private void addAccess() {
        SortedSet<SchemaObject> objects = new TreeSet<>(from.access().objects().keySet());
        objects.addAll(to.access().objects().keySet());
        for (SchemaObject object : objects) {
            Optional<Access> before = from.access().of(object);
            Optional<Access> after = to.access().of(object);
            if (isOnBothSides(object) && before.isPresent() && after.isPresent()) {
                line(object).add("owner", owner(before.get()), owner(after.get()));
                addGrants(before.get().grants(), after.get().grants(), line(object)::add);
            }
        }
    }

    private static String owner(Access access) {
        return access.owner() == null ? "the current role" : access.owner();
    }

    private interface Line {
        void add(String what, @Nullable Object before, @Nullable Object after);
    }

    private static void addGrants(List<Grant> before, List<Grant> after, Line line) {
        Map<Grantee, String> former = byGrantee(before);
        Map<Grantee, String> wanted = byGrantee(after);
        SortedSet<Grantee> grantees = new TreeSet<>(former.keySet());
        grantees.addAll(wanted.keySet());
        grantees.forEach(grantee -> line.add("privileges of " + grantee, former.get(grantee), wanted.get(grantee)));
    }

    private static Map<Grantee, String> byGrantee(List<Grant> grants) {
        return grants.stream()
                .collect(Collectors.groupingBy(
                        Grant::grantee, Collectors.mapping(SettingsDifferences::text, Collectors.joining(", "))));
    }

    private static String text(Grant grant) {
        return grant.privilege()
                + (grant.column() == null ? "" : " (" + grant.column() + ")")
                + (grant.grantable() ? " with grant option" : "");
    }

    private void addDefaults() {
        SortedSet<DefaultPrivileges.Key> keys =
                new TreeSet<>(from.access().defaults().keySet());
        keys.addAll(to.access().defaults().keySet());
        for (DefaultPrivileges.Key key : keys) {
            SchemaObject schema =
                    SchemaObject.of(ObjectKind.SCHEMA, QualifiedName.of(key.isEverywhere() ? "*" : key.schema()));
            String what = "default privileges on " + key.category().name().toLowerCase(Locale.ROOT)
                    + key.role().map(role -> " of " + role).orElse("") + " for ";
            addGrants(from.access().defaults(key), to.access().defaults(key), (text, before, after) -> line(schema)
                    .add(text.replace("privileges of ", what), before, after));
        }
    }
}
