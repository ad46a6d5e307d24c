package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ColumnType;
import dev.athanor.migration.schema.ColumnValue;

/** Changes of a column, in Java. */
final class JavaAlterColumn implements ColumnChange.Visitor<JavaChain> {

    private static final String EXISTING = "existing";

    private final JavaImports imports;
    private final JavaChain chain = new JavaChain();
    private String type = "bigint";
    private String existingType = "bigint";

    JavaAlterColumn(JavaImports imports) {
        this.imports = imports;
    }

    String of(AlterColumn change) {
        chain.callIf(change.reach() == AlterColumn.Reach.ONLY, "only");
        change.changes().forEach(part -> part.accept(this));
        return new JavaCall(imports, change.table().schema(), "alterColumn")
                .string(change.table().name())
                .string(change.column())
                .lambda("c", chain)
                .statement();
    }

    @Override
    public JavaChain nullability(ColumnChange.Nullability change) {
        return chain.call(change.nullable() ? "nullable" : "notNull");
    }

    @Override
    public JavaChain dropIdentity(ColumnChange.DropIdentity change) {
        return chain.call("dropIdentity");
    }

    @Override
    public JavaChain dropExpression(ColumnChange.DropExpression change) {
        return chain.call("dropExpression");
    }

    @Override
    public JavaChain type(ColumnChange.Type change) {
        type = change.to().type();
        existingType = type;
        chain.call("type", type).callIfGiven("collate", change.to().collation());
        ColumnType from = change.from();
        if (from != null) {
            existingType = from.type();
            chain.call("existingType", existingType).callIfGiven("existingCollation", from.collation());
        }
        return chain.callIfGiven("using", change.using()).callIfGiven("reverseUsing", change.reverseUsing());
    }

    @Override
    public JavaChain value(ColumnChange.Value change) {
        if (change.to() instanceof ColumnValue.None) {
            chain.call("dropDefault");
        } else {
            chain.append(JavaColumns.value("", type, change.to()));
        }
        ColumnValue from = change.from();
        if (from instanceof ColumnValue.None) {
            chain.callIf(!(change.to() instanceof ColumnValue.Identity), "existingNoDefault");
        } else if (from != null) {
            chain.append(JavaColumns.value(EXISTING, existingType, from));
        }
        return chain;
    }

    @Override
    public JavaChain comment(ColumnChange.Comment change) {
        String to = change.to();
        if (to == null) {
            chain.call("dropComment");
        } else {
            chain.call("comment", to);
        }
        return chain.callIfGiven("existingComment", change.from());
    }
}
