package dev.athanor.migration.script;

import dev.athanor.migration.operation.ColumnChange;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.ColumnType;
import dev.athanor.migration.schema.ColumnValue;

/** Changes of a column, in Java. */
final class JavaAlterColumn {

    private static final String EXISTING = "existing";

    private final JavaImports imports;
    private final JavaChain chain = new JavaChain();
    private String type = "bigint";
    private String existingType = "bigint";

    JavaAlterColumn(JavaImports imports) {
        this.imports = imports;
    }

    String of(AlterColumn change) {
        change.changes().forEach(this::add);
        return new JavaCall(imports, change.table().schema(), "alterColumn")
                .string(change.table().name())
                .string(change.column())
                .lambda("c", chain)
                .statement();
    }

    private void add(ColumnChange change) {
        if (change instanceof ColumnChange.Type typing) {
            addType(typing);
        } else if (change instanceof ColumnChange.Nullability nullability) {
            chain.call(nullability.nullable() ? "nullable" : "notNull");
        } else if (change instanceof ColumnChange.Value value) {
            addValue(value);
        } else if (change instanceof ColumnChange.Comment comment) {
            addComment(comment);
        } else {
            chain.call(change instanceof ColumnChange.DropIdentity ? "dropIdentity" : "dropExpression");
        }
    }

    private void addType(ColumnChange.Type change) {
        type = change.to().type();
        existingType = type;
        chain.call("type", type).callIfGiven("collate", change.to().collation());
        ColumnType from = change.from();
        if (from != null) {
            existingType = from.type();
            chain.call("existingType", existingType).callIfGiven("existingCollation", from.collation());
        }
        chain.callIfGiven("using", change.using()).callIfGiven("reverseUsing", change.reverseUsing());
    }

    private void addValue(ColumnChange.Value change) {
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
    }

    private void addComment(ColumnChange.Comment change) {
        String to = change.to();
        if (to == null) {
            chain.call("dropComment");
        } else {
            chain.call("comment", to);
        }
        chain.callIfGiven("existingComment", change.from());
    }
}
