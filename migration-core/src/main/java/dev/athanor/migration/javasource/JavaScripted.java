package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.ScriptedOperation;
import dev.athanor.migration.operation.ScriptedOperation.AlterObject;
import dev.athanor.migration.operation.ScriptedOperation.CreateObject;
import dev.athanor.migration.operation.ScriptedOperation.DropObject;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.ScriptedObject;

/** Directives for objects that are defined by the statements that create them, in Java. */
final class JavaScripted implements ScriptedOperation.Visitor<String> {

    private final JavaImports imports;

    JavaScripted(JavaImports imports) {
        this.imports = imports;
    }

    String of(ScriptedOperation operation) {
        return operation.accept(this);
    }

    @Override
    public String createObject(CreateObject creation) {
        return whole("createObject", creation.definition());
    }

    @Override
    public String dropObject(DropObject drop) {
        return whole("dropObject", drop.definition());
    }

    @Override
    public String alterObject(AlterObject change) {
        return new JavaCall(imports, null, "alterObject")
                .code(name(change.object()))
                .list(change.statements())
                .list(change.undo())
                .statement();
    }

    private String whole(String method, ScriptedObject definition) {
        return new JavaCall(imports, null, method)
                .code(name(definition.object()))
                .list(definition.statements())
                .stringIfGiven(definition.comment())
                .statement();
    }

    private String name(SchemaObject object) {
        String kind = imports.type(ObjectKind.class) + "." + object.kind().name();
        String name = kind + ", " + imports.qualified(object.name());
        return object.part() == null
                ? imports.type(SchemaObject.class) + ".of(" + name + ")"
                : "new " + imports.type(SchemaObject.class) + "(" + name + ", " + JavaStrings.of(object.part()) + ")";
    }
}
