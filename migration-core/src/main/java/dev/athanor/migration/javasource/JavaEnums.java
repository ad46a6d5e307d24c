package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.EnumOperation;
import dev.athanor.migration.operation.EnumOperation.AddEnumValue;
import dev.athanor.migration.operation.EnumOperation.CreateEnum;
import dev.athanor.migration.operation.EnumOperation.DropEnum;
import dev.athanor.migration.operation.EnumOperation.EnumColumn;
import dev.athanor.migration.operation.EnumOperation.Place;
import dev.athanor.migration.operation.EnumOperation.RebuildEnum;
import dev.athanor.migration.operation.EnumOperation.RenameEnumValue;
import dev.athanor.migration.operation.Existence;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Directives for enum types, in Java. */
final class JavaEnums implements EnumOperation.Visitor<String> {

    private final JavaImports imports;

    JavaEnums(JavaImports imports) {
        this.imports = imports;
    }

    String of(EnumOperation operation) {
        return operation.accept(this);
    }

    @Override
    public String createEnum(CreateEnum creation) {
        return values(call("createEnum", creation.type().name()), creation.type());
    }

    @Override
    public String dropEnum(DropEnum drop) {
        JavaCall call = call("dropEnum", drop.name());
        EnumType type = drop.definition();
        if (type == null) {
            return call.optionsIfAny(drop.options()).statement();
        }
        if (type.values().isEmpty() && type.comment() == null) {
            return call.options(drop.options()).list(type.values()).statement();
        }
        boolean options = type.comment() != null || !drop.options().equals(DropOptions.PLAIN);
        return values(options ? call.options(drop.options()) : call, type);
    }

    @Override
    public String addEnumValue(AddEnumValue addition) {
        JavaChain chain = new JavaChain();
        Place place = addition.place();
        if (place != null) {
            chain.call(place.before() ? "before" : "after", place.neighbour());
        }
        chain.callIf(addition.existence() == Existence.IF_NEEDED, "ifNotExists");
        RebuildEnum undo = addition.undo();
        if (undo != null) {
            chain.call("existing", undo.to().values().toArray(String[]::new))
                    .callIfGiven("existingComment", undo.to().comment());
            columns(chain, addition.type().schema(), undo);
        }
        return call("addEnumValue", addition.type())
                .string(addition.value())
                .lambdaIfAny("v", chain)
                .statement();
    }

    @Override
    public String renameEnumValue(RenameEnumValue rename) {
        return call("renameEnumValue", rename.type())
                .string(rename.from())
                .string(rename.to())
                .statement();
    }

    @Override
    public String rebuildEnum(RebuildEnum rebuild) {
        QualifiedName name = rebuild.to().name();
        JavaChain chain = new JavaChain()
                .call("from", rebuild.from().values().toArray(String[]::new))
                .call("to", rebuild.to().values().toArray(String[]::new))
                .callIfGiven("existingComment", rebuild.from().comment())
                .callIfGiven("comment", rebuild.to().comment());
        columns(chain, name.schema(), rebuild);
        return call("rebuildEnum", name).lambda("e", chain).statement();
    }

    private JavaCall call(String method, QualifiedName name) {
        return new JavaCall(imports, name.schema(), method).string(name.name());
    }

    private static String values(JavaCall call, EnumType type) {
        String comment = type.comment();
        return (comment == null
                        ? call.strings(type.values())
                        : call.list(type.values()).string(comment))
                .statement();
    }

    private void columns(JavaChain chain, @Nullable String schema, RebuildEnum rebuild) {
        rebuild.columns().forEach(column -> chain.code("usedBy", column(schema, column)));
    }

    private String column(@Nullable String schema, EnumColumn column) {
        String name = JavaStrings.of(column.column());
        String reference = imports.reference(schema, column.table());
        if (column.equals(EnumColumn.of(column.table(), column.column())) && reference.startsWith("\"")) {
            return reference + ", " + name;
        }
        String defaultExpression = column.defaultExpression();
        return "new " + imports.enumColumn() + "(" + imports.qualified(column.table()) + ", " + name + ", "
                + column.array() + ", " + (defaultExpression == null ? "null" : JavaStrings.of(defaultExpression))
                + ")";
    }
}
