package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.ConstraintOperation;
import dev.athanor.migration.operation.ConstraintOperation.AddConstraint;
import dev.athanor.migration.operation.ConstraintOperation.DropConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ReplaceConstraint;
import dev.athanor.migration.operation.ConstraintOperation.ValidateConstraint;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.Exclusion;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.Constraint.NotNull;
import dev.athanor.migration.schema.Constraint.PrimaryKey;
import dev.athanor.migration.schema.Constraint.Unique;
import dev.athanor.migration.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Directives for constraints, in Java. */
final class JavaConstraints implements ConstraintOperation.Visitor<String> {

    private final JavaImports imports;
    private final JavaConstraintChains chains;

    JavaConstraints(JavaImports imports) {
        this.imports = imports;
        this.chains = new JavaConstraintChains(imports);
    }

    String of(ConstraintOperation operation) {
        return operation.accept(this);
    }

    @Override
    public String addConstraint(AddConstraint addition) {
        return addition.constraint().accept(new Addition(addition.table()));
    }

    @Override
    public String dropConstraint(DropConstraint drop) {
        JavaCall call = call("dropConstraint", drop.table(), drop.name()).optionsIfAny(drop.options());
        return withDefinition(call, drop.table(), drop.definition()).statement();
    }

    @Override
    public String validateConstraint(ValidateConstraint validation) {
        JavaCall call = call("validateConstraint", validation.table(), validation.name());
        return withDefinition(call, validation.table(), validation.definition()).statement();
    }

    @Override
    public String replaceConstraint(ReplaceConstraint change) {
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

    private final class Addition implements Constraint.Visitor<String> {

        private final QualifiedName table;

        Addition(QualifiedName table) {
            this.table = table;
        }

        @Override
        public String primaryKey(PrimaryKey key) {
            return chains.more(key).isEmpty()
                    ? call("createPrimaryKey", table, key.name())
                            .strings(key.columns())
                            .statement()
                    : whole(key);
        }

        @Override
        public String unique(Unique unique) {
            return chains.more(unique).isEmpty()
                    ? call("createUniqueConstraint", table, unique.name())
                            .strings(unique.columns())
                            .statement()
                    : whole(unique);
        }

        @Override
        public String foreignKey(ForeignKey key) {
            if (!imports.reference(table.schema(), key.referencedTable()).startsWith("\"")) {
                return whole(key);
            }
            return call("createForeignKey", table, key.name())
                    .string(key.referencedTable().name())
                    .list(key.columns())
                    .list(key.referencedColumns())
                    .lambdaIfAny("f", chains.more(key))
                    .statement();
        }

        @Override
        public String check(Check check) {
            return call("createCheckConstraint", table, check.name())
                    .string(check.expression())
                    .lambdaIfAny("c", chains.more(check))
                    .statement();
        }

        @Override
        public String exclusion(Exclusion exclusion) {
            return whole(exclusion);
        }

        @Override
        public String notNull(NotNull constraint) {
            return whole(constraint);
        }

        private String whole(Constraint constraint) {
            return withDefinition(call("createConstraint", table, constraint.name()), table, constraint)
                    .statement();
        }
    }
}
