package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.DataOperation.Execute;
import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.EnumOperation.EnumColumn;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.SqlValue;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.IndexKey;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.ReferentialAction;
import dev.athanor.migration.schema.Trigger.Firing;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects the types that a Java text names; naming a type notes its import. */
final class JavaImports {

    private final SortedSet<String> names = new TreeSet<>();

    SortedSet<String> names() {
        return names;
    }

    String type(Class<?> type) {
        names.add(String.valueOf(type.getCanonicalName()));
        return type.getSimpleName();
    }

    String list() {
        return type(List.class);
    }

    String dropOptions() {
        return type(DropOptions.class);
    }

    String execute() {
        return type(Execute.class);
    }

    String sqlValue() {
        return type(SqlValue.class);
    }

    String indexKey() {
        return type(IndexKey.class);
    }

    String enumColumn() {
        return type(EnumColumn.class);
    }

    String check() {
        return type(Check.class);
    }

    String firing(Firing firing) {
        return type(Firing.class) + "." + firing.name();
    }

    String action(ReferentialAction action) {
        return type(ReferentialAction.class) + "." + action.name();
    }

    String kind(ObjectName.Kind kind) {
        return type(ObjectName.class) + ".Kind." + kind.name();
    }

    /** Returns a name as a string, as the directives of a schema would find it. */
    String reference(@Nullable String schema, QualifiedName name) {
        return Objects.equals(schema, name.schema()) ? JavaStrings.of(name.name()) : qualified(name);
    }

    String qualified(QualifiedName name) {
        String arguments = name.schema() == null
                ? JavaStrings.of(name.name())
                : JavaStrings.of(name.schema()) + ", " + JavaStrings.of(name.name());
        return type(QualifiedName.class) + ".of(" + arguments + ")";
    }
}
