package dev.athanor.migration.diff;

import dev.athanor.migration.operation.EnumOperation.EnumColumn;
import dev.athanor.migration.operation.EnumOperation.Place;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue.Default;
import dev.athanor.migration.schema.ColumnValue.Generated;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What makes one enum type of another. */
final class EnumChanges {

    private EnumChanges() {}

    /** Whether values only come to it, none of which anything new uses: not before the transaction ends, says PostgreSQL. */
    static boolean inPlace(EnumType from, EnumType to, Comparison comparison) {
        return onlyAdds(from, to) && added(from, to).stream().noneMatch(value -> isUsed(to, value, comparison));
    }

    private static boolean onlyAdds(EnumType from, EnumType to) {
        List<String> kept = to.values().stream().filter(from.values()::contains).toList();
        return kept.equals(from.values());
    }

    static List<String> added(EnumType from, EnumType to) {
        return to.values().stream()
                .filter(value -> !from.values().contains(value))
                .toList();
    }

    private static boolean isUsed(EnumType type, String value, Comparison comparison) {
        String literal = "'" + value.replace("'", "''") + "'::";
        for (SchemaObject object : comparison.after().names()) {
            Object wanted = comparison.after().get(object);
            boolean uses = wanted != null && isCast(wanted.toString(), literal, type.name());
            if (uses && !Objects.equals(wanted, comparison.before().get(object))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCast(String text, String literal, QualifiedName type) {
        for (int at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
            String cast = text.substring(at + literal.length()).replace("\"", "");
            if (cast.startsWith(type.toString())) {
                return true;
            }
        }
        return false;
    }

    /** Where the value at an index goes, among those that are there already; null for the end. */
    static @Nullable Place place(List<String> wanted, int index, List<String> there) {
        if (index > 0) {
            String neighbour = wanted.get(index - 1);
            return there.indexOf(neighbour) == there.size() - 1 ? null : new Place(false, neighbour);
        }
        return there.isEmpty() ? null : new Place(true, there.get(0));
    }

    /** The columns that hold values of a type before and after. */
    static List<EnumColumn> users(EnumType type, Schema from, Schema to) {
        List<EnumColumn> users = new ArrayList<>();
        for (Table table : from.tables()) {
            to.tables().stream()
                    .filter(other -> other.name().equals(table.name()))
                    .findFirst()
                    .ifPresent(other -> addUsers(users, type, table, other));
        }
        return users;
    }

    private static void addUsers(List<EnumColumn> users, EnumType type, Table from, Table to) {
        for (Column column : from.columns()) {
            boolean uses = Types.is(column.type(), type.name()) && !(column.value() instanceof Generated);
            to.columns().stream()
                    .filter(other -> uses
                            && other.name().equals(column.name())
                            && other.type().equals(column.type()))
                    .findFirst()
                    .ifPresent(other -> users.add(user(from, column, other)));
        }
    }

    /** A default that changes is gone by then. */
    private static EnumColumn user(Table table, Column from, Column to) {
        String expression = from.value() instanceof Default kept && kept.equals(to.value()) ? kept.expression() : null;
        return new EnumColumn(table.name(), from.name(), Types.isArray(from.type()), expression);
    }
}
