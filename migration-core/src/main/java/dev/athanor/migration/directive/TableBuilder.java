package dev.athanor.migration.directive;

import dev.athanor.migration.operation.Existence;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Describes a table.
 *
 * @since 0.1.0
 */
public final class TableBuilder extends ConstraintChoice {

    private final QualifiedName name;
    private final List<ColumnBuilder> columns = new ArrayList<>();
    private final List<ColumnBuilder> inherited = new ArrayList<>();
    private final List<IndexBuilder> unnamedIndexes = new ArrayList<>();
    private final Map<String, IndexBuilder> indexes = new LinkedHashMap<>();
    private final StorageBuilder storage;
    private Existence existence = Existence.EXPECTED;
    private @Nullable String comment;

    TableBuilder(Naming naming, String name) {
        super(naming);
        this.name = naming.named(name);
        this.storage = new StorageBuilder(naming);
    }

    /** Adds a column; the type is SQL. */
    public ColumnBuilder column(String column, String type) {
        ColumnBuilder builder = new ColumnBuilder(column, type);
        columns.add(builder);
        return builder;
    }

    /** Sets what the table has of its own on a column that it inherits; the type, which is not written, is SQL. */
    public ColumnBuilder inherited(String column, String type) {
        ColumnBuilder builder = new ColumnBuilder(column, type);
        inherited.add(builder);
        return builder;
    }

    /** Adds an index on columns, with the name that PostgreSQL would choose. */
    public void index(String... indexed) {
        unnamedIndexes.add(new IndexBuilder().on(indexed));
    }

    /** Adds an index. */
    public void index(String index, Consumer<IndexBuilder> definition) {
        IndexBuilder builder = new IndexBuilder();
        definition.accept(builder);
        indexes.put(index, builder);
    }

    /** Describes the storage: unlogged, partitioned, storage parameters. */
    public StorageBuilder storage() {
        return storage;
    }

    /** Sets the comment ({@code COMMENT ON TABLE}). */
    public TableBuilder comment(String text) {
        comment = text;
        return this;
    }

    /** Sets {@code IF NOT EXISTS}. */
    public TableBuilder ifNotExists() {
        existence = Existence.IF_NEEDED;
        return this;
    }

    Table table() {
        return new Table(name, columnsWithKey(), constraints(), indexes(), storage.storage(), comment)
                .withInherited(inherited.stream().map(ColumnBuilder::column).toList());
    }

    Existence existence() {
        return existence;
    }

    private List<Column> columnsWithKey() {
        Set<String> key = chosen().stream()
                .filter(builder -> builder instanceof KeyBuilder keyBuilder && keyBuilder.isPrimary())
                .flatMap(builder -> ((KeyBuilder) builder).columns().stream())
                .collect(Collectors.toSet());
        return columns.stream()
                .map(ColumnBuilder::column)
                .map(column -> key.contains(column.name()) ? column.withNullable(false) : column)
                .toList();
    }

    private List<Constraint> constraints() {
        Set<String> given = chosen().stream()
                .flatMap(builder -> Stream.ofNullable(builder.name()))
                .collect(Collectors.toSet());
        AutoNames names = new AutoNames(name.name(), given);
        List<Constraint> constraints = new ArrayList<>();
        List<String> ofTable =
                columns.stream().map(column -> column.column().name()).toList();
        chosen().forEach(builder -> constraints.add(builder.build(names, ofTable)));
        return constraints;
    }

    private List<Index> indexes() {
        AutoNames names = new AutoNames(name.name(), indexes.keySet());
        List<Index> all = new ArrayList<>();
        indexes.forEach((index, builder) -> all.add(builder.index(index)));
        unnamedIndexes.forEach(builder -> all.add(builder.index(names.next(builder.columnsForName(), "idx"))));
        return all;
    }
}
