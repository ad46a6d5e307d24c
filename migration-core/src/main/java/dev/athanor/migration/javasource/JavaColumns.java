package dev.athanor.migration.javasource;

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
final class JavaColumns implements ColumnOperation.Visitor<String> {

    private final JavaImports imports;

    JavaColumns(JavaImports imports) {
        this.imports = imports;
    }

    String of(ColumnOperation operation) {
        return operation.accept(this);
    }

    @Override
    public String addColumn(AddColumn addition) {
        Column column = addition.column();
        JavaChain chain = chain(column, !column.nullable());
        return new JavaCall(imports, addition.table().schema(), "addColumn")
                .string(addition.table().name())
                .string(column.name())
                .string(column.type())
                .lambdaIfAny("c", chain.callIf(addition.existence() == Existence.IF_NEEDED, "ifNotExists"))
                .statement();
    }

    @Override
    public String dropColumn(DropColumn drop) {
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

    @Override
    public String alterColumn(AlterColumn change) {
        return new JavaAlterColumn(imports).of(change);
    }

    /**
     * @param notNull whether the text must say that the column is not null
     */
    static JavaChain chain(Column column, boolean notNull) {
        boolean identity = column.value() instanceof Identity;
        return new JavaChain()
                .callIfGiven("collate", column.collation())
                .callIf(notNull && !identity, "notNull")
                .append(value("", column.type(), column.value()))
                .callIfGiven("comment", column.comment());
    }

    /**
     * @param prefix the prefix of the method name: empty, or `existing`
     */
    static JavaChain value(String prefix, String type, ColumnValue value) {
        return value.accept(new Value(prefix, type));
    }

    private record Value(String prefix, String type) implements ColumnValue.Visitor<JavaChain> {

        @Override
        public JavaChain none(ColumnValue.None value) {
            return new JavaChain();
        }

        @Override
        public JavaChain defaultExpression(Default value) {
            return new JavaChain().call(prefix.isEmpty() ? "defaultTo" : prefix + "Default", value.expression());
        }

        @Override
        public JavaChain identity(Identity value) {
            JavaChain counting = JavaCounting.of(type, value.options());
            String method = value.always() ? "identity" : "identityByDefault";
            return new JavaChain().code(named(method), counting.isEmpty() ? "" : counting.lambda("i"));
        }

        @Override
        public JavaChain generated(Generated value) {
            return new JavaChain().call(named(value.stored() ? "generatedAs" : "virtualAs"), value.expression());
        }

        private String named(String method) {
            return prefix.isEmpty() ? method : prefix + Character.toUpperCase(method.charAt(0)) + method.substring(1);
        }
    }
}
