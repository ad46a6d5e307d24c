package dev.athanor.migration.javasource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.directive.Recording;
import dev.athanor.migration.operation.DataOperation.Execute;
import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.ReferentialAction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaBodyTests {

    @Test
    void itIsWhatOneWouldType() {
        Recording recording = Recording.of(op -> {
            op.createTable("users", t -> {
                t.column("id", "bigint").identity(i -> i.start(100));
                t.column("name", "text").notNull().comment("as in the passport");
                t.column("team_id", "bigint");
                t.primaryKey("id");
                t.unique("name").named("one_name");
                t.foreignKey("team_id")
                        .references(QualifiedName.of("org", "teams"), "id")
                        .onDelete(ReferentialAction.CASCADE);
                t.check("name <> ''");
                t.index("team_id");
                t.index("users_lower", i -> i.unique().onExpression("lower(name)"));
            });
            op.addColumn("users", "age", "integer", c -> c.notNull().defaultTo("0"));
            op.alterColumn("users", "age", c -> c.type("bigint").existingType("integer"));
            op.createIndex("i", "users", "age", "name");
            op.in("audit").dropTable("log", DropOptions.IF_EXISTS);
            op.createForeignKey(
                    "a_long_name_of_a_key", "users", "teams", List.of("team_id"), List.of("id"), f -> f.notValid());
            op.execute("UPDATE users\n   SET age = 18\n WHERE name = \"name\"");
            op.execute(Execute.sql("SELECT ?", 1).undoneBy("SELECT 2"));
            op.bulkInsert("teams", List.of("id"), List.of(Map.of("id", 1, "name", "red"), Map.of("id", 2)));
        });

        JavaBody body = JavaBody.of(recording.operations());

        assertThat(body.text()).isEqualTo("""
                op.createTable("users", t -> {
                    t.column("id", "bigint").identity(i -> i.start(100));
                    t.column("name", "text").notNull().comment("as in the passport");
                    t.column("team_id", "bigint");
                    t.unique("name").named("one_name");
                    t.check("name <> ''");
                    t.primaryKey("id");
                    t.foreignKey("team_id").references(QualifiedName.of("org", "teams"), "id").onDelete(ReferentialAction.CASCADE);
                    t.index("users_lower", i -> i.onExpression("lower(name)").unique());
                    t.index("team_id");
                });
                op.addColumn("users", "age", "integer", c -> c.notNull().defaultTo("0"));
                op.alterColumn("users", "age", c -> c.type("bigint").existingType("integer"));
                op.createIndex("i", "users", "age", "name");
                op.in("audit").dropTable("log", DropOptions.IF_EXISTS);
                op.createForeignKey(
                        "a_long_name_of_a_key", "users", "teams", List.of("team_id"), List.of("id"), f -> f.notValid());
                op.execute(\"""
                        UPDATE users
                           SET age = 18
                         WHERE name = \\"name\\"\""");
                op.execute(Execute.sql("SELECT ?", 1).undoneBy("SELECT 2"));
                op.bulkInsert("teams", List.of("id"), List.of(
                        Map.of("id", 1, "name", "red"),
                        Map.of("id", 2, "name", SqlValue.DEFAULT)));""");
        assertThat(body.imports())
                .containsExactly(
                        "dev.athanor.migration.operation.DataOperation.Execute",
                        "dev.athanor.migration.operation.DropOptions",
                        "dev.athanor.migration.operation.SqlValue",
                        "dev.athanor.migration.schema.QualifiedName",
                        "dev.athanor.migration.schema.ReferentialAction",
                        "java.util.List",
                        "java.util.Map");
    }
}
