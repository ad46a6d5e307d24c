package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.SettingsOperation;
import dev.athanor.migration.operation.SettingsOperation.AlterColumnSettings;
import dev.athanor.migration.operation.SettingsOperation.AlterIndexSettings;
import dev.athanor.migration.operation.SettingsOperation.AlterRelationSettings;
import dev.athanor.migration.operation.SettingsOperation.ChangeAccess;
import dev.athanor.migration.operation.SettingsOperation.ChangeDefaultPrivileges;
import dev.athanor.migration.schema.ColumnSettings;
import dev.athanor.migration.schema.ColumnSettings.Storage;
import dev.athanor.migration.schema.IndexSettings;
import dev.athanor.migration.schema.RelationSettings;
import dev.athanor.migration.schema.RelationSettings.ReplicaIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Renders operations on what objects have besides their definitions. */
final class SettingsStatements implements SettingsOperation.Visitor<List<String>> {

    private SettingsStatements() {}

    static List<String> of(SettingsOperation operation) {
        return operation.accept(new SettingsStatements());
    }

    @Override
    public List<String> alterColumnSettings(AlterColumnSettings change) {
        ColumnSettings from = change.from();
        ColumnSettings to = change.to();
        String start = alter(change.relation(), "ONLY ");
        String column = " ALTER COLUMN " + Names.of(change.column()) + " ";
        List<String> statements = new ArrayList<>();
        columnActions(from, to).forEach(action -> statements.add(start + column + action));
        if (!Objects.equals(from.comment(), to.comment())) {
            statements.add(CommentText.of(
                    ObjectName.of(Kind.COLUMN, change.relation().name(), change.column()), to.comment()));
        }
        return statements;
    }

    private static List<String> columnActions(ColumnSettings from, ColumnSettings to) {
        List<String> actions = new ArrayList<>();
        if (!Objects.equals(from.storage(), to.storage())) {
            actions.add("SET STORAGE " + storage(from.storage(), to.storage()));
        }
        if (!Objects.equals(from.compression(), to.compression())) {
            actions.add("SET COMPRESSION " + (to.compression() == null ? "DEFAULT" : to.compression()));
        }
        if (!Objects.equals(from.statistics(), to.statistics())) {
            actions.add("SET STATISTICS " + statistics(to.statistics()));
        }
        actions.addAll(optionActions(from, to));
        if (!Objects.equals(from.defaultExpression(), to.defaultExpression())) {
            actions.add(to.defaultExpression() == null ? "DROP DEFAULT" : "SET DEFAULT " + to.defaultExpression());
        }
        return actions;
    }

    /** Returns the word for a storage; PostgreSQL knows {@code DEFAULT} for that of the type since version 16 only. */
    private static String storage(@Nullable Storage from, @Nullable Storage to) {
        return to == null ? Objects.requireNonNull(from).ofType() : to.mode();
    }

    private static int statistics(@Nullable Integer target) {
        return target == null ? -1 : target;
    }

    private static List<String> optionActions(ColumnSettings from, ColumnSettings to) {
        List<String> actions = new ArrayList<>();
        List<String> gone = from.options().keySet().stream()
                .filter(option -> !to.options().containsKey(option))
                .toList();
        if (!gone.isEmpty()) {
            actions.add("RESET (" + String.join(", ", gone) + ")");
        }
        TreeMap<String, String> set = new TreeMap<>(to.options());
        set.entrySet().removeAll(from.options().entrySet());
        if (!set.isEmpty()) {
            actions.add("SET " + Clauses.options(set));
        }
        return actions;
    }

    @Override
    public List<String> alterRelationSettings(AlterRelationSettings change) {
        String start = alter(change.relation(), "") + " ";
        return relationActions(change.from(), change.to()).stream()
                .map(action -> start + action)
                .toList();
    }

    private static List<String> relationActions(RelationSettings from, RelationSettings to) {
        List<String> actions = new ArrayList<>();
        if (!Objects.equals(from.ofType(), to.ofType())) {
            actions.add(to.ofType() == null ? "NOT OF" : "OF " + Names.of(to.ofType()));
        }
        if (!Objects.equals(from.accessMethod(), to.accessMethod())) {
            actions.add("SET ACCESS METHOD " + (to.accessMethod() == null ? "heap" : Names.of(to.accessMethod())));
        }
        if (!Objects.equals(from.tablespace(), to.tablespace())) {
            actions.add(tablespace(to.tablespace()));
        }
        if (from.rowSecurity().enabled() != to.rowSecurity().enabled()) {
            actions.add((to.rowSecurity().enabled() ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY");
        }
        if (from.rowSecurity().forced() != to.rowSecurity().forced()) {
            actions.add((to.rowSecurity().forced() ? "" : "NO ") + "FORCE ROW LEVEL SECURITY");
        }
        if (!from.replicaIdentity().equals(to.replicaIdentity())) {
            actions.add("REPLICA IDENTITY " + identity(to.replicaIdentity()));
        }
        if (!Objects.equals(from.clusteredOn(), to.clusteredOn())) {
            actions.add(to.clusteredOn() == null ? "SET WITHOUT CLUSTER" : "CLUSTER ON " + Names.of(to.clusteredOn()));
        }
        return actions;
    }

    private static String tablespace(@Nullable String tablespace) {
        return "SET TABLESPACE " + (tablespace == null ? "pg_default" : Names.of(tablespace));
    }

    private static String identity(ReplicaIdentity identity) {
        if (identity.index() != null) {
            return "USING INDEX " + Names.of(identity.index());
        }
        return identity.equals(ReplicaIdentity.LOST)
                ? "NOTHING"
                : identity.mode().name();
    }

    @Override
    public List<String> alterIndexSettings(AlterIndexSettings change) {
        IndexSettings from = change.from();
        IndexSettings to = change.to();
        String start = "ALTER INDEX " + Names.of(change.index()) + " ";
        List<String> statements = new ArrayList<>();
        if (!Objects.equals(from.tablespace(), to.tablespace())) {
            statements.add(start + tablespace(to.tablespace()));
        }
        SortedSet<Integer> keys = new TreeSet<>(from.statistics().keySet());
        keys.addAll(to.statistics().keySet());
        keys.stream()
                .filter(key -> !Objects.equals(
                        from.statistics().get(key), to.statistics().get(key)))
                .forEach(key -> statements.add(start + "ALTER COLUMN " + key + " SET STATISTICS "
                        + statistics(to.statistics().get(key))));
        if (!Objects.equals(from.comment(), to.comment())) {
            statements.add(CommentText.of(ObjectName.of(Kind.INDEX, change.index()), to.comment()));
        }
        return statements;
    }

    @Override
    public List<String> changeAccess(ChangeAccess change) {
        return new AccessText(change).statements();
    }

    @Override
    public List<String> changeDefaultPrivileges(ChangeDefaultPrivileges change) {
        return AccessText.defaults(change);
    }

    private static String alter(ObjectName relation, String only) {
        return "ALTER " + relation.kind().sql() + " " + (relation.kind() == Kind.TABLE ? only : "")
                + Names.of(relation.name());
    }
}
