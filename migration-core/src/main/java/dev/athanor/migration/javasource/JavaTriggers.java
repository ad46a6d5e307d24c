package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.TriggerOperation;
import dev.athanor.migration.operation.TriggerOperation.CreateTrigger;
import dev.athanor.migration.operation.TriggerOperation.DropTrigger;
import dev.athanor.migration.operation.TriggerOperation.SetTriggerFiring;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Trigger;
import dev.athanor.migration.schema.Trigger.Firing;

/** Directives for triggers, in Java. */
final class JavaTriggers implements TriggerOperation.Visitor<String> {

    private final JavaImports imports;

    JavaTriggers(JavaImports imports) {
        this.imports = imports;
    }

    String of(TriggerOperation operation) {
        return operation.accept(this);
    }

    @Override
    public String createTrigger(CreateTrigger creation) {
        Trigger trigger = creation.trigger();
        return call("createTrigger", trigger.name(), trigger.table())
                .string(trigger.definition())
                .lambdaIfAny("t", chain(trigger))
                .statement();
    }

    @Override
    public String dropTrigger(DropTrigger drop) {
        JavaCall call = call("dropTrigger", drop.name(), drop.table());
        Trigger trigger = drop.definition();
        if (trigger == null) {
            return call.optionsIfAny(drop.options()).statement();
        }
        JavaChain chain = chain(trigger);
        return drop.options().equals(DropOptions.PLAIN) && chain.isEmpty()
                ? call.string(trigger.definition()).statement()
                : call.options(drop.options())
                        .string(trigger.definition())
                        .lambda("t", chain)
                        .statement();
    }

    @Override
    public String setTriggerFiring(SetTriggerFiring change) {
        if (change.from() == Firing.ENABLE && change.to() == Firing.DISABLE) {
            return call("disableTrigger", change.name(), change.table()).statement();
        }
        if (change.from() == Firing.DISABLE && change.to() == Firing.ENABLE) {
            return call("enableTrigger", change.name(), change.table()).statement();
        }
        return call("setTriggerFiring", change.name(), change.table())
                .code(imports.firing(change.from()))
                .code(imports.firing(change.to()))
                .statement();
    }

    private JavaCall call(String method, String name, QualifiedName table) {
        return new JavaCall(imports, table.schema(), method).string(name).string(table.name());
    }

    private JavaChain chain(Trigger trigger) {
        JavaChain chain = new JavaChain();
        if (trigger.firing() != Firing.ENABLE) {
            chain.code("firing", imports.firing(trigger.firing()));
        }
        return chain.callIfGiven("comment", trigger.comment());
    }
}
