package dev.athanor.migration.operation;

import static dev.athanor.migration.operation.OperationCase.row;

import dev.athanor.migration.directive.IndexBuilder;
import dev.athanor.migration.schema.IndexKey;
import java.util.List;
import java.util.function.Consumer;

final class IndexCases {

    private static final String USERS =
            "CREATE TABLE users (id bigint, name text, age integer, tags text[], body jsonb, active boolean)";

    private static OperationCase index(String name, Consumer<IndexBuilder> definition, String sql) {
        return row(name, USERS, op -> op.createIndex("i", "users", definition), sql);
    }

    static final List<OperationCase> ROWS = List.of(
            row(
                    "an index",
                    USERS,
                    op -> op.createIndex("users_name_idx", "users", "name"),
                    "CREATE INDEX users_name_idx ON users (name);"),
            row(
                    "an index of two columns",
                    USERS,
                    op -> op.createIndex("i", "users", "name", "age"),
                    "CREATE INDEX i ON users (name, age);"),
            index("a unique index", i -> i.unique().on("name"), "CREATE UNIQUE INDEX i ON users (name);"),
            index(
                            "a unique index in which nulls are alike",
                            i -> i.unique().on("name").nullsNotDistinct(),
                            "CREATE UNIQUE INDEX i ON users (name) NULLS NOT DISTINCT;")
                    .from(15),
            index("an index of a call", i -> i.onExpression("lower(name)"), "CREATE INDEX i ON users (lower(name));"),
            index(
                    "an index of an expression",
                    i -> i.onExpression("name || 'x'").on("age"),
                    "CREATE INDEX i ON users ((name || 'x'), age);"),
            index(
                    "an index of two calls in one expression",
                    i -> i.onExpression("lower(name) || upper(name)"),
                    "CREATE INDEX i ON users ((lower(name) || upper(name)));"),
            index(
                    "an index of an operator that looks like a call",
                    i -> i.onExpression("not(active)"),
                    "CREATE INDEX i ON users ((not(active)));"),
            index(
                    "a partial index",
                    i -> i.on("name").where("active AND age > 3"),
                    "CREATE INDEX i ON users (name) WHERE active AND age > 3;"),
            index(
                    "an index with an order",
                    i -> i.on(IndexKey.ofColumn("age").desc(), IndexKey.ofColumn("id")),
                    "CREATE INDEX i ON users (age DESC, id);"),
            index(
                    "an index with nulls where they are not by themselves",
                    i -> i.on(
                            IndexKey.ofColumn("age").desc().withNullsFirst(false),
                            IndexKey.ofColumn("id").withNullsFirst(true)),
                    "CREATE INDEX i ON users (age DESC NULLS LAST, id NULLS FIRST);"),
            index(
                    "an index with a collation and an operator class",
                    i -> i.on(IndexKey.ofColumn("name").withCollation("\"C\"").withOperatorClass("text_pattern_ops")),
                    "CREATE INDEX i ON users (name COLLATE \"C\" text_pattern_ops);"),
            index(
                    "an index of an expression with an operator class",
                    i -> i.on(IndexKey.ofExpression("lower(name)")
                            .withOperatorClass("text_pattern_ops")
                            .desc()),
                    "CREATE INDEX i ON users (lower(name) text_pattern_ops DESC);"),
            index(
                    "a gin index",
                    i -> i.using("gin").on(IndexKey.ofColumn("body").withOperatorClass("jsonb_path_ops")),
                    "CREATE INDEX i ON users USING gin (body jsonb_path_ops);"),
            index(
                    "a gin index with a parameter",
                    i -> i.using("gin").on("tags").with("fastupdate", "off"),
                    "CREATE INDEX i ON users USING gin (tags) WITH (fastupdate = off);"),
            index(
                    "a brin index",
                    i -> i.using("brin").on("id").with("pages_per_range", "32"),
                    "CREATE INDEX i ON users USING brin (id) WITH (pages_per_range = 32);"),
            index("a hash index", i -> i.using("hash").on("name"), "CREATE INDEX i ON users USING hash (name);"),
            index(
                    "a covering index",
                    i -> i.unique().on("id").include("name", "age"),
                    "CREATE UNIQUE INDEX i ON users (id) INCLUDE (name, age);"),
            index(
                    "an index with everything",
                    i -> i.unique()
                            .on("id")
                            .onExpression("lower(name)")
                            .include("age")
                            .with("fillfactor", "70")
                            .where("active")
                            .comment("it's all there"),
                    """
                    CREATE UNIQUE INDEX i ON users (id, lower(name)) INCLUDE (age) WITH (fillfactor = 70) WHERE active;

                    COMMENT ON INDEX i IS 'it''s all there';
                    """),
            index(
                    "an index that may be there",
                    i -> i.on("name").ifNotExists(),
                    "CREATE INDEX IF NOT EXISTS i ON users (name);"),
            index(
                    "an index built concurrently",
                    i -> i.on("name").concurrently(),
                    "CREATE INDEX CONCURRENTLY i ON users (name);"),
            index(
                    "a unique index built concurrently that may be there",
                    i -> i.unique().on("name").concurrently().ifNotExists(),
                    "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON users (name);"),
            row(
                    "an index in another schema",
                    "CREATE SCHEMA audit; CREATE TABLE audit.log (at date)",
                    op -> op.in("audit")
                            .createIndex("log_at_idx", "log", i -> i.on("at").comment("by day")),
                    """
                    CREATE INDEX log_at_idx ON audit.log (at);

                    COMMENT ON INDEX audit.log_at_idx IS 'by day';
                    """),
            row(
                    "an index of a materialized view",
                    USERS + "; CREATE MATERIALIZED VIEW v AS SELECT name FROM users",
                    op -> op.createIndex("i", "v", i -> i.unique().on("name")),
                    "CREATE UNIQUE INDEX i ON v (name);"),
            row("drop an index", USERS + "; CREATE INDEX i ON users (name)", op -> op.dropIndex("i"), "DROP INDEX i;")
                    .oneWay(),
            row(
                            "drop an index that may be there",
                            USERS,
                            op -> op.dropIndex("i", DropOptions.IF_EXISTS),
                            "DROP INDEX IF EXISTS i;")
                    .oneWay(),
            row(
                            "drop an index concurrently",
                            USERS + "; CREATE INDEX i ON users (name)",
                            op -> op.dropIndexConcurrently("i", DropOptions.IF_EXISTS),
                            "DROP INDEX CONCURRENTLY IF EXISTS i;")
                    .oneWay(),
            row(
                    "drop an index whose columns are known",
                    USERS + "; CREATE INDEX i ON users (name, age)",
                    op -> op.dropIndex("i", "users", "name", "age"),
                    "DROP INDEX i;"),
            row(
                    "drop an index whose definition is known",
                    USERS + "; CREATE UNIQUE INDEX i ON users (lower(name)) WHERE active",
                    op -> op.dropIndex("i", DropOptions.IF_EXISTS, "users", i -> i.unique()
                            .onExpression("lower(name)")
                            .where("active")),
                    "DROP INDEX IF EXISTS i;"),
            row(
                    "drop an index concurrently whose definition is known",
                    USERS + "; CREATE INDEX i ON users (name)",
                    op -> op.dropIndex("i", "users", i -> i.on("name").concurrently()),
                    "DROP INDEX CONCURRENTLY i;"),
            row(
                    "rename an index",
                    USERS + "; CREATE INDEX i ON users (name)",
                    op -> op.renameIndex("i", "j"),
                    "ALTER INDEX i RENAME TO j;"));

    private IndexCases() {}
}
