package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.TriggerOperation;
import dev.athanor.migration.operation.TriggerOperation.CreateTrigger;
import dev.athanor.migration.operation.TriggerOperation.DropTrigger;
import dev.athanor.migration.operation.TriggerOperation.SetTriggerFiring;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Trigger;
import dev.athanor.migration.schema.Trigger.Firing;
import java.util.ArrayList;
import java.util.List;

/** Renders operations on triggers. */
final class TriggerStatements implements TriggerOperation.Visitor<List<String>> {

    private TriggerStatements() {}

    static List<String> of(TriggerOperation operation) {
        return operation.accept(new TriggerStatements());
    }

    @Override
    public List<String> createTrigger(CreateTrigger creation) {
        return create(creation.trigger());
    }

    @Override
    public List<String> dropTrigger(DropTrigger drop) {
        String name = Names.of(drop.name()) + " ON " + Names.of(drop.table());
        return List.of(Clauses.drop("TRIGGER", name, drop.options()));
    }

    @Override
    public List<String> setTriggerFiring(SetTriggerFiring change) {
        return List.of(firing(change.name(), change.table(), change.to()));
    }

    private static List<String> create(Trigger trigger) {
        List<String> statements = new ArrayList<>();
        statements.add(SingleStatement.statement(trigger.definition()));
        if (trigger.firing() != Firing.ENABLE) {
            statements.add(firing(trigger.name(), trigger.table(), trigger.firing()));
        }
        statements.addAll(
                CommentText.ifAny(ObjectName.of(Kind.TRIGGER, trigger.table(), trigger.name()), trigger.comment()));
        return statements;
    }

    private static String firing(String name, QualifiedName table, Firing firing) {
        String action = firing.name().replace('_', ' ') + " TRIGGER ";
        return AlterTable.of(table, action + Names.of(name));
    }
}
