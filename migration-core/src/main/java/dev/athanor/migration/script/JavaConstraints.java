package dev.athanor.migration.script;

import dev.athanor.migration.operation.ConstraintOperation;
import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.ConstraintOperation.DropConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ReplaceConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ValidateConstraint;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.Constraint.PrimaryKey;
import dev.athanor.migration.schema.Constraint.Unique;
import dev.athanor.migration.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Directives for constraints, in Java. */
final class JavaConstraints {

    private final JavaImports imports;
    private final JavaConstraintChains chains;

    JavaConstraints(JavaImports imports) {
        this.imports = imports;
        this.chains = new JavaConstraintChains(imports);
    }

    String of(ConstraintOperation operation) {
        if (operation instanceof AddConstraint addition) {
            return add(addition.table(), addition.constraint());
        }
        if (operation instanceof DropConstraint drop) {
            JavaCall call = call("dropConstraint", drop.table(), drop.name()).optionsIfAny(drop.options());
            return withDefinition(call, drop.table(), drop.definition()).statement();
        }
        if (operation instanceof ValidateConstraint validation) {
            JavaCall call = call("validateConstraint", validation.table(), validation.name());
            return withDefinition(call, validation.table(), validation.definition())
                    .statement();
        }
        return replace((ReplaceConstraint) operation);
    }

    private String replace(ReplaceConstraint change) {
        String schema = change.table().schema();
        return call("replaceConstraint", change.table(), change.from().name())
                .lambda("from", chains.whole(schema, change.from()))
                .lambda("to", chains.whole(schema, change.to()))
                .statement();
    }

    private JavaCall call(String method, QualifiedName table, String name) {
        return new JavaCall(imports, table.schema(), method).string(name).string(table.name());
    }

    private JavaCall withDefinition(JavaCall call, QualifiedName table, @Nullable Constraint definition) {
        return definition == null ? call : call.lambda("c", chains.whole(table.schema(), definition));
    }

    private String add(QualifiedName table, Constraint constraint) {
        if (constraint instanceof ForeignKey key
                && imports.reference(table.schema(), key.referencedTable()).startsWith("\"")) {
            return addForeignKey(table, key);
        }
        if (constraint instanceof Check check) {
            return call("createCheckConstraint", table, check.name())
                    .string(check.expression())
                    .lambdaIfAny("c", chains.more(check))
                    .statement();
        }
        JavaCall shortCall = shortKey(table, constraint);
        return shortCall != null
                ? shortCall.statement()
                : withDefinition(call("createConstraint", table, constraint.name()), table, constraint)
                        .statement();
    }

    private String addForeignKey(QualifiedName table, ForeignKey key) {
        return call("createForeignKey", table, key.name())
                .string(key.referencedTable().name())
                .list(key.columns())
                .list(key.referencedColumns())
                .lambdaIfAny("f", chains.more(key))
                .statement();
    }

    private @Nullable JavaCall shortKey(QualifiedName table, Constraint constraint) {
        if (!chains.more(constraint).isEmpty()) {
            return null;
        }
        if (constraint instanceof PrimaryKey key) {
            return keys("createPrimaryKey", table, key, key.columns());
        }
        return constraint instanceof Unique unique
                ? keys("createUniqueConstraint", table, unique, unique.columns())
                : null;
    }

    private JavaCall keys(String method, QualifiedName table, Constraint constraint, List<String> columns) {
        return call(method, table, constraint.name()).strings(columns);
    }
}
