package dev.athanor.migration.script;

import dev.athanor.migration.operation.ColumnOperation;
import dev.athanor.migration.operation.ColumnOperation.AddColumn;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ColumnOperation.DropColumn;
import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.Existence;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue;
import dev.athanor.migration.schema.ColumnValue.Default;
import dev.athanor.migration.schema.ColumnValue.Generated;
import dev.athanor.migration.schema.ColumnValue.Identity;

/** Directives for columns, in Java. */
final class JavaColumns {

    private final JavaImports imports;

    JavaColumns(JavaImports imports) {
        this.imports = imports;
    }

    String of(ColumnOperation operation) {
        if (operation instanceof AddColumn addition) {
            return add(addition);
        }
        return operation instanceof DropColumn drop
                ? drop(drop)
                : new JavaAlterColumn(imports).of((AlterColumn) operation);
    }

    private String add(AddColumn addition) {
        Column column = addition.column();
        JavaChain chain = chain(column, !column.nullable());
        return new JavaCall(imports, addition.table().schema(), "addColumn")
                .string(addition.table().name())
                .string(column.name())
                .string(column.type())
                .lambdaIfAny("c", chain.callIf(addition.existence() == Existence.IF_NEEDED, "ifNotExists"))
                .statement();
    }

    private String drop(DropColumn drop) {
        JavaCall call = new JavaCall(imports, drop.table().schema(), "dropColumn")
                .string(drop.table().name())
                .string(drop.name())
                .optionsIfAny(drop.options());
        Column column = drop.definition();
        if (column == null) {
            return call.statement();
        }
        JavaChain chain = chain(column, !column.nullable());
        call.string(column.type());
        boolean plain = drop.options().equals(DropOptions.PLAIN);
        return (plain ? call.lambdaIfAny("c", chain) : call.lambda("c", chain)).statement();
    }

    /** @param notNull whether it has to be said that it is not null */
    static JavaChain chain(Column column, boolean notNull) {
        boolean identity = column.value() instanceof Identity;
        return new JavaChain()
                .callIfGiven("collate", column.collation())
                .callIf(notNull && !identity, "notNull")
                .append(value("", column.type(), column.value()))
                .callIfGiven("comment", column.comment());
    }

    /** @param prefix of the method's name: empty, or `existing` */
    static JavaChain value(String prefix, String type, ColumnValue value) {
        JavaChain chain = new JavaChain();
        if (value instanceof Default known) {
            return chain.call(prefix.isEmpty() ? "defaultTo" : prefix + "Default", known.expression());
        }
        if (value instanceof Identity identity) {
            JavaChain counting = JavaCounting.of(type, identity.options());
            String method = identity.always() ? "identity" : "identityByDefault";
            return chain.code(named(prefix, method), counting.isEmpty() ? "" : counting.lambda("i"));
        }
        if (value instanceof Generated generated) {
            return chain.call(named(prefix, generated.stored() ? "generatedAs" : "virtualAs"), generated.expression());
        }
        return chain;
    }

    private static String named(String prefix, String method) {
        return prefix.isEmpty() ? method : prefix + Character.toUpperCase(method.charAt(0)) + method.substring(1);
    }
}
