package dev.athanor.migration.javasource;

import dev.athanor.migration.directive.AutoNames;
import dev.athanor.migration.operation.Existence;
import dev.athanor.migration.operation.TableOperation;
import dev.athanor.migration.operation.TableOperation.AlterTableStorage;
import dev.athanor.migration.operation.TableOperation.CreateTable;
import dev.athanor.migration.operation.TableOperation.DropTable;
import dev.athanor.migration.operation.TableOperation.SetTableSchema;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.Constraint.PrimaryKey;
import dev.athanor.migration.schema.Constraint.Unique;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.Table.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Directives for tables, in Java. */
final class JavaTables implements TableOperation.Visitor<String> {

    private final JavaImports imports;

    JavaTables(JavaImports imports) {
        this.imports = imports;
    }

    String of(TableOperation operation) {
        return operation.accept(this);
    }

    @Override
    public String createTable(CreateTable creation) {
        return new JavaCall(imports, creation.table().name().schema(), "createTable")
                .string(creation.table().name().name())
                .code(block(creation.table(), creation.existence()))
                .statement();
    }

    @Override
    public String dropTable(DropTable drop) {
        JavaCall call = new JavaCall(imports, drop.name().schema(), "dropTable")
                .string(drop.name().name())
                .optionsIfAny(drop.options());
        Table table = drop.definition();
        return (table == null ? call : call.code(block(table, Existence.EXPECTED))).statement();
    }

    @Override
    public String setTableSchema(SetTableSchema move) {
        return new JavaCall(imports, move.name().schema(), "setTableSchema")
                .string(move.name().name())
                .string(move.schema())
                .statement();
    }

    @Override
    public String alterTableStorage(AlterTableStorage change) {
        String schema = change.name().schema();
        return new JavaCall(imports, schema, "alterTableStorage")
                .string(change.name().name())
                .lambda("from", storage(schema, change.from()))
                .lambda("to", storage(schema, change.to()))
                .statement();
    }

    private String block(Table table, Existence existence) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(column(table, column)));
        table.inherited().forEach(column -> lines.add(inherited(column)));
        table.constraints().forEach(constraint -> lines.add(constraint(table, constraint)));
        table.indexes().forEach(index -> lines.add(index(table, index)));
        JavaChain storage = storage(table.name().schema(), table.storage());
        if (!storage.isEmpty()) {
            lines.add(storage.on("t.storage()"));
        }
        JavaChain more = new JavaChain()
                .callIfGiven("comment", table.comment())
                .callIf(existence == Existence.IF_NEEDED, "ifNotExists");
        if (!more.isEmpty()) {
            lines.add(more.on("t"));
        }
        return lines.isEmpty() ? "t -> {}" : "t -> {\n    " + String.join(";\n    ", lines) + ";\n}";
    }

    private String index(Table table, Index index) {
        List<String> columns =
                index.keys().stream().map(key -> String.valueOf(key.column())).toList();
        String auto = AutoNames.first(table.name().name(), columns, "idx");
        if (index.equals(Index.of(auto, columns))) {
            return new JavaChain().callIfAny("index", columns).on("t");
        }
        JavaChain chain = new JavaIndexes(imports).whole(index);
        return new JavaChain()
                .code("index", JavaStrings.of(index.name()) + ", " + chain.lambda("i"))
                .on("t");
    }

    private static String column(Table table, Column column) {
        boolean key = table.constraints().stream()
                .anyMatch(constraint -> constraint instanceof PrimaryKey primary
                        && primary.columns().contains(column.name()));
        JavaChain chain = new JavaChain().call("column", column.name(), column.type());
        return chain.append(JavaColumns.chain(column, !key && !column.nullable()))
                .on("t");
    }

    private static String inherited(Column column) {
        return new JavaChain()
                .call("inherited", column.name(), column.type())
                .append(JavaColumns.chain(column, !column.nullable()))
                .on("t");
    }

    private String constraint(Table table, Constraint constraint) {
        JavaChain chain = new JavaConstraintChains(imports).whole(table.name().schema(), constraint);
        boolean own = !constraint.accept(new AutoName(table)).equals(Optional.of(constraint.name()));
        return (own ? chain.call("named", constraint.name()) : chain).on("t");
    }

    /**
     * Returns the name that PostgreSQL gives to a constraint without a name; empty if the constraint always needs a
     * name here.
     */
    private record AutoName(Table table) implements Constraint.Visitor<Optional<String>> {

        @Override
        public Optional<String> primaryKey(PrimaryKey key) {
            return first(List.of(), "pkey");
        }

        @Override
        public Optional<String> unique(Unique unique) {
            return unique.include().isEmpty() ? first(unique.columns(), "key") : Optional.empty();
        }

        @Override
        public Optional<String> foreignKey(ForeignKey key) {
            return first(key.columns(), "fkey");
        }

        @Override
        public Optional<String> check(Check check) {
            List<String> columns = table.columns().stream().map(Column::name).toList();
            return Optional.of(AutoNames.firstOfCheck(table.name().name(), columns, check.expression()));
        }

        @Override
        public Optional<String> exclusion(Constraint.Exclusion exclusion) {
            return Optional.empty();
        }

        @Override
        public Optional<String> notNull(Constraint.NotNull constraint) {
            return Optional.empty();
        }

        private Optional<String> first(List<String> columns, String suffix) {
            return Optional.of(AutoNames.first(table.name().name(), columns, suffix));
        }
    }

    private JavaChain storage(@Nullable String schema, Storage storage) {
        JavaChain chain = new JavaChain()
                .callIf(storage.unlogged(), "unlogged")
                .callIfGiven("partitionBy", storage.partitionBy());
        if (storage.partitionOf() != null) {
            String parent = imports.reference(schema, storage.partitionOf().parent());
            chain.code(
                    "partitionOf",
                    parent + ", " + JavaStrings.of(storage.partitionOf().bound()));
        }
        storage.inherits().forEach(parent -> chain.code("inherits", imports.reference(schema, parent)));
        storage.options().forEach((option, value) -> chain.call("with", option, value));
        return chain;
    }
}
