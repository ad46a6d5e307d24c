package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.EnumOperation;
import dev.athanor.migration.operation.EnumOperation.AddEnumValue;
import dev.athanor.migration.operation.EnumOperation.CreateEnum;
import dev.athanor.migration.operation.EnumOperation.DropEnum;
import dev.athanor.migration.operation.EnumOperation.EnumColumn;
import dev.athanor.migration.operation.EnumOperation.Place;
import dev.athanor.migration.operation.EnumOperation.RebuildEnum;
import dev.athanor.migration.operation.EnumOperation.RenameEnumValue;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders operations on enum types. */
final class EnumStatements implements EnumOperation.Visitor<List<String>> {

    private EnumStatements() {}

    static List<String> of(EnumOperation operation) {
        return operation.accept(new EnumStatements());
    }

    @Override
    public List<String> createEnum(CreateEnum creation) {
        return create(creation.type());
    }

    @Override
    public List<String> dropEnum(DropEnum drop) {
        return List.of(Clauses.drop("TYPE", Names.of(drop.name()), drop.options()));
    }

    @Override
    public List<String> addEnumValue(AddEnumValue addition) {
        return List.of("ALTER TYPE " + Names.of(addition.type()) + " ADD VALUE"
                + Clauses.ifNotExists(addition.existence()) + " " + literal(addition.value())
                + place(addition.place()));
    }

    @Override
    public List<String> renameEnumValue(RenameEnumValue rename) {
        return List.of("ALTER TYPE " + Names.of(rename.type()) + " RENAME VALUE " + literal(rename.from()) + " TO "
                + literal(rename.to()));
    }

    @Override
    public List<String> rebuildEnum(RebuildEnum rebuild) {
        QualifiedName name = rebuild.to().name();
        QualifiedName old = TemporaryName.of(name, "_old");
        List<String> statements = new ArrayList<>();
        statements.add(RenameText.of(new Rename(ObjectName.of(Kind.TYPE, name), old.name())));
        statements.addAll(create(rebuild.to()));
        rebuild.columns().forEach(column -> statements.add(AlterTable.of(column.table(), convert(column, name))));
        statements.add("DROP TYPE " + Names.of(old));
        return statements;
    }

    private static List<String> create(EnumType type) {
        String values = type.values().stream().map(EnumStatements::literal).collect(Collectors.joining(", ", "(", ")"));
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TYPE " + Names.of(type.name()) + " AS ENUM " + values);
        statements.addAll(CommentText.ifAny(ObjectName.of(Kind.TYPE, type.name()), type.comment()));
        return statements;
    }

    private static String place(@Nullable Place place) {
        if (place == null) {
            return "";
        }
        return (place.before() ? " BEFORE " : " AFTER ") + literal(place.neighbour());
    }

    private static List<String> convert(EnumColumn column, QualifiedName type) {
        String name = Names.of(column.column());
        String start = "ALTER COLUMN " + name + " ";
        String brackets = column.array() ? "[]" : "";
        String to = Names.of(type) + brackets;
        String change = start + "TYPE " + to + " USING " + name + "::text" + brackets + "::" + to;
        return column.defaultExpression() == null
                ? List.of(change)
                : List.of(start + "DROP DEFAULT", change, start + "SET DEFAULT " + column.defaultExpression());
    }

    private static String literal(String value) {
        return new Literal(value).quoted();
    }
}
