package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.ScriptedOperation;
import dev.athanor.migration.operation.ScriptedOperation.AlterObject;
import dev.athanor.migration.operation.ScriptedOperation.CreateObject;
import dev.athanor.migration.operation.ScriptedOperation.DropObject;
import dev.athanor.migration.schema.ScriptedObject;
import java.util.ArrayList;
import java.util.List;

/** Renders operations on objects that are defined by the statements that create them. */
final class ScriptedStatements implements ScriptedOperation.Visitor<List<String>> {

    private ScriptedStatements() {}

    static List<String> of(ScriptedOperation operation) {
        return operation.accept(new ScriptedStatements());
    }

    @Override
    public List<String> createObject(CreateObject creation) {
        ScriptedObject definition = creation.definition();
        List<String> statements = new ArrayList<>(definition.statements());
        String comment = definition.comment();
        if (comment != null) {
            statements.add(ScriptedText.comment(definition.object(), comment));
        }
        return statements;
    }

    @Override
    public List<String> dropObject(DropObject drop) {
        return List.of(ScriptedText.drop(drop.definition()));
    }

    @Override
    public List<String> alterObject(AlterObject change) {
        return change.statements();
    }
}
