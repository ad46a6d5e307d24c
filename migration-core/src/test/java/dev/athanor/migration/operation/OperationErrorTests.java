package dev.athanor.migration.operation;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.directive.Directives;
import dev.athanor.migration.directive.Recording;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.operation.ConstraintOperation.ReplaceConstraint;
import dev.athanor.migration.operation.EnumOperation.RebuildEnum;
import dev.athanor.migration.operation.FunctionOperation.ReplaceFunction;
import dev.athanor.migration.operation.IndexOperation.Build;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.IndexOperation.DropIndex;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.TypeOperation.AlterComposite;
import dev.athanor.migration.operation.TypeOperation.AlterDomain;
import dev.athanor.migration.operation.ViewOperation.ReplaceView;
import dev.athanor.migration.operation.ViewOperation.Replacement;
import dev.athanor.migration.rendering.SqlText;
import dev.athanor.migration.schema.CompositeType;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.View;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OperationErrorTests {

    private static Arguments row(Consumer<Directives> revision, String message) {
        return Arguments.of(revision, message.strip());
    }

    static Stream<Arguments> irreversible() {
        return Stream.of(
                row(op -> op.dropTable("users"), """
                        Dropping table users cannot be reversed: its definition is not known.
                        Give it: op.dropTable("users", t -> …), or write downgrade() by hand.
                        """),
                row(op -> op.setTableSchema("x\"y", "b"), """
                        Moving table x"y to schema b cannot be reversed: the schema that it comes from is not known.
                        Give it: op.in("…").setTableSchema("x\\"y", "b"), or write downgrade() by hand.
                        """),
                row(op -> op.dropColumn("users", "age"), """
                        Dropping column users.age cannot be reversed: its type is not known.
                        Give it: op.dropColumn("users", "age", "type"), or write downgrade() by hand.
                        """),
                row(op -> op.alterColumn("users", "age", c -> c.type("text")), """
                        Altering column users.age cannot be reversed: its existing type is not known.
                        Give it: op.alterColumn("users", "age", c -> c.existingType("…")), or write downgrade() by hand.
                        """),
                row(op -> op.alterColumn("users", "age", c -> c.defaultTo("1")), """
                        Altering column users.age cannot be reversed: its existing default is not known.
                        Give it: op.alterColumn("users", "age", c -> c.existingDefault("…")), or write downgrade() by hand.
                        """),
                row(op -> op.alterColumn("users", "age", c -> c.dropIdentity()), """
                        Altering column users.age cannot be reversed: its existing identity is not known.
                        Give it: op.alterColumn("users", "age", c -> c.existingIdentity()), or write downgrade() by hand.
                        """),
                row(op -> op.alterColumn("users", "age", c -> c.dropComment()), """
                        Altering column users.age cannot be reversed: its existing comment is not known.
                        Give it: op.alterColumn("users", "age", c -> c.existingComment("…")), or write downgrade() by hand.
                        """),
                row(op -> op.alterColumn("users", "age", c -> c.dropExpression()), """
                        Column users.age cannot become generated: PostgreSQL generates a column from its creation on, or never.
                        Drop it and add it anew: op.addColumn("users", "age", "type", c -> c.generatedAs("…")).
                        """),
                row(op -> op.dropIndex("i"), """
                        Dropping index i cannot be reversed: its definition is not known.
                        Give it: op.dropIndex("i", "table", i -> i.on("…")), or write downgrade() by hand.
                        """),
                row(op -> op.dropConstraint("c", "users"), """
                        Dropping constraint c of table users cannot be reversed: its definition is not known.
                        Give it: op.dropConstraint("c", "users", c -> c.unique("…")), or write downgrade() by hand.
                        """),
                row(op -> op.validateConstraint("c", "users"), """
                        Validating constraint c of table users cannot be reversed: its definition is not known.
                        Give it: op.validateConstraint("c", "users", c -> c.check("…")), or write downgrade() by hand.
                        """),
                row(op -> op.dropEnum("mood"), """
                        Dropping type mood cannot be reversed: its list of values is not known.
                        Give it: op.dropEnum("mood", "value", "…"), or write downgrade() by hand.
                        """),
                row(op -> op.addEnumValue("mood", "ok"), """
                        Adding value 'ok' to type mood cannot be reversed: which values it had and which columns use it (PostgreSQL drops no value: the type is built anew) is not known.
                        Give it: op.addEnumValue("mood", "ok", v -> v.existing("…").usedBy("table", "column")), or write downgrade() by hand.
                        """),
                row(op -> op.dropComposite("address", DropOptions.PLAIN), """
                        Dropping type address cannot be reversed: its definition is not known.
                        Give it: op.dropComposite("address", t -> …), or write downgrade() by hand.
                        """),
                row(op -> op.dropDomain("age", DropOptions.PLAIN), """
                        Dropping domain age cannot be reversed: its definition is not known.
                        Give it: op.dropDomain("age", "type"), or write downgrade() by hand.
                        """),
                row(op -> op.in("audit").dropSequence("s"), """
                        Dropping sequence audit.s cannot be reversed: its definition is not known.
                        Give it: op.dropSequence("s", s -> …), or write downgrade() by hand.
                        """),
                row(op -> op.alterSequence("s", to -> to.cycle()), """
                        Altering sequence s cannot be reversed: how it counts now is not known.
                        Give it: op.alterSequence("s", from -> …, to -> …), or write downgrade() by hand.
                        """),
                row(op -> op.changeSequenceOwner("s", from -> {}, to -> {}), """
                        Taking sequence s from its column cannot be reversed: which column that is is not known.
                        Give it: op.dropSequenceOwner("s", "table", "column"), or write downgrade() by hand.
                        """),
                row(op -> op.dropView("v"), """
                        Dropping view v cannot be reversed: its query is not known.
                        Give it: op.dropView("v", "SELECT …"), or write downgrade() by hand.
                        """),
                row(op -> op.dropMaterializedView("v"), """
                        Dropping view v cannot be reversed: its query is not known.
                        Give it: op.dropMaterializedView("v", "SELECT …"), or write downgrade() by hand.
                        """),
                row(op -> op.replaceView("v", "SELECT 1"), """
                        Replacing view v cannot be reversed: its existing query is not known.
                        Give it: op.replaceView("v", "SELECT …", "SELECT existing …"), or write downgrade() by hand.
                        """),
                row(op -> op.dropFunction("f", "integer", DropOptions.PLAIN), """
                        Dropping function f(integer) cannot be reversed: its definition is not known.
                        Give it: op.dropFunction("f", "integer", "CREATE …"), or write downgrade() by hand.
                        """),
                row(op -> op.dropProcedure("p", "", DropOptions.PLAIN), """
                        Dropping procedure p() cannot be reversed: its definition is not known.
                        Give it: op.dropProcedure("p", "", "CREATE …"), or write downgrade() by hand.
                        """),
                row(op -> op.dropTrigger("t", "users"), """
                        Dropping trigger t of table users cannot be reversed: its definition is not known.
                        Give it: op.dropTrigger("t", "users", "CREATE TRIGGER …"), or write downgrade() by hand.
                        """),
                row(op -> op.updateExtension("citext"), """
                        Updating extension citext cannot be reversed: from which version to which is not known.
                        Give it: op.updateExtension("citext", "from", "to"), or write downgrade() by hand.
                        """),
                row(op -> op.dropSchema("audit", DropOptions.CASCADE), """
                        Dropping schema audit with all that is in it cannot be reversed: what was in it is not known.
                        Write downgrade() by hand.
                        """),
                row(op -> op.dropTableComment("users"), """
                        Dropping the comment of table users cannot be reversed: the existing comment is not known.
                        Give it: op.dropTableComment("users", "…"), or write downgrade() by hand.
                        """),
                row(op -> op.dropComment(ObjectName.of(Kind.TRIGGER, QualifiedName.of("a", "t"), "x")), """
                        Dropping the comment of trigger a.t.x cannot be reversed: the existing comment is not known.
                        Give it: op.dropComment(…, "…"), or write downgrade() by hand.
                        """),
                row(
                        op -> op.execute(
                                "UPDATE users\n   SET name = 'a name that is quite long', age = 3, active = true"),
                        """
                        Executing "UPDATE users SET name = 'a name that is quite long', age = …" cannot be reversed: the statement that undoes it is not known.
                        Give it: op.execute(Execute.sql("…").undoneBy("…")), or write downgrade() by hand.
                        """),
                row(op -> op.bulkInsert("users", List.of(Map.of("id", 1))), """
                        Inserting rows into table users cannot be reversed: which columns tell them from others is not known.
                        Give it: op.bulkInsert("users", List.of("id"), rows), or write downgrade() by hand.
                        """));
    }

    @ParameterizedTest
    @MethodSource("irreversible")
    void whatIsMissingIsNamed(Consumer<Directives> revision, String message) {
        Recording recording = Recording.of(revision);

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(recording::reversed)
                .withMessage(message);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                row(op -> op.alterColumn("users", "age", c -> {}), """
                        Altering column users.age changes nothing.
                        Say what changes: op.alterColumn("users", "age", c -> c.type("…")).
                        """),
                row(op -> op.alterColumn("users", "age", c -> c.dropIdentity().defaultTo("1")), """
                        Altering column users.age changes the same thing twice.
                        Alter it once for each, in the order that you want.
                        """),
                row(op -> op.alterColumn("users", "age", c -> c.generatedAs("1")), """
                        Column users.age cannot become generated: PostgreSQL generates a column from its creation on, or never.
                        Drop it and add it anew: op.addColumn("users", "age", "type", c -> c.generatedAs("…")).
                        """),
                row(op -> op.createIndex("i", "users"), """
                        Index i of table users has no keys.
                        Say what it is by: op.createIndex("i", "users", "column").
                        """),
                row(op -> op.createConstraint("c", "users", c -> {}), """
                        Constraint c is described 0 times.
                        Describe it once: c -> c.unique("…").
                        """),
                row(op -> op.createConstraint("c", "users", c -> c.foreignKey("a")), """
                        Foreign key c refers to no table.
                        Say which: .references("table", "column").
                        """),
                row(op -> op.validateConstraint("c", "users", c -> c.unique("a")), """
                        Constraint c cannot be NOT VALID: it is neither a foreign key, nor a check, nor NOT NULL.
                        Add it as it is.
                        """),
                row(op -> op.replaceConstraint("c", "users", a -> a.check("x"), b -> b.check("x")), """
                        Replacing constraint c of table users changes nothing.
                        Say what it becomes.
                        """),
                row(op -> op.invoke(new ReplaceConstraint(op.named("users"), check("a"), check("b"))), """
                        Replacing constraint a of table users cannot make it constraint b.
                        Drop the one and create the other.
                        """),
                row(op -> op.invoke(new ReplaceView(view("v", false), view("v", true), Replacement.ANEW)), """
                        View v cannot be replaced by materialized view v.
                        Drop the one and create the other.
                        """),
                row(op -> op.invoke(new ReplaceView(null, view("v", true), Replacement.IN_PLACE)), """
                        Materialized view v cannot be replaced in place.
                        Drop and create it: op.recreateMaterializedView("v", "SELECT …").
                        """),
                row(op -> op.invoke(new ReplaceFunction(function("f"), function("g"))), """
                        Function f(integer) cannot be replaced by g(integer): PostgreSQL would keep both.
                        Drop the one and create the other.
                        """),
                row(
                        op -> op.invoke(new DropIndex(
                                op.named("i"),
                                new CreateIndex(op.named("t"), Index.of("i", List.of("c"))),
                                Build.CONCURRENTLY,
                                DropOptions.PLAIN)),
                        """
                        Index i is dropped CONCURRENTLY and created LOCKING.
                        Do both in one way: an index that is dropped concurrently is built so as well.
                        """),
                row(op -> op.invoke(new AlterComposite(composite("a"), composite("b"))), """
                        Altering type a cannot make it type b.
                        Rename it first, and alter it under its new name.
                        """),
                row(op -> op.invoke(new AlterDomain(domain("d", "integer"), domain("d", "text"))), """
                        Domain d cannot go from integer to text: PostgreSQL keeps the type below a domain.
                        Create another domain, change the columns' type, and drop this one.
                        """),
                row(op -> op.invoke(new RebuildEnum(enumeration("a"), enumeration("b"), List.of())), """
                        Rebuilding type a cannot make it type b.
                        Rename it first, and rebuild it under its new name.
                        """),
                row(op -> op.alterTableStorage("users", from -> {}, to -> to.partitionBy("LIST (a)")), """
                        Table users cannot change how it is partitioned: PostgreSQL sets that when it is created.
                        Create another table, move the rows, and rename it.
                        """),
                row(op -> op.addEnumValue("mood", "c", v -> v.after("x").existing("a", "b")), """
                        Value 'x' is not among [a, b].
                        Name one of those as the neighbour.
                        """),
                row(op -> op.rebuildEnum("mood", e -> e.from("a").to("b", "b")), """
                        Type mood would have a value twice: [b, b].
                        Name each value once.
                        """),
                row(op -> op.createComment(ObjectName.of(Kind.COLUMN, op.named("users")), "x"), """
                        The name of a column is not whole: users.
                        Say which part of it.
                        """),
                row(op -> op.invoke(new Rename(ObjectName.of(Kind.EXTENSION, op.named("citext")), "x")), """
                        Extension citext cannot be renamed.
                        Leave it its name: others know it by that.
                        """),
                row(op -> op.execute("  "), """
                        A statement is empty.
                        Give its text.
                        """),
                row(op -> op.execute("UPDATE t SET a = ? AND b = ?", 1), """
                        A statement has 2 parameters, and 1 values are given: UPDATE t SET a = ? AND b = ?
                        Give a value for each ?, and write ?? for the operator.
                        """),
                row(op -> op.execute("SELECT ?", new StringBuilder()), """
                        A value of java.lang.StringBuilder cannot be written in SQL.
                        Give a string, a number, a boolean, a UUID, a java.time value, bytes or a list of those, or its SQL: SqlValue.expression("…").
                        """),
                row(op -> op.execute("SELECT ?", List.of(SqlValue.expression("now()"))), """
                        An array of values cannot hold an expression.
                        Give the whole array in SQL: SqlValue.expression("ARRAY[…]").
                        """),
                row(op -> op.bulkInsert("users", List.<Map<String, Object>>of()), """
                        No rows are given for table users.
                        Give at least one, with at least one column.
                        """),
                row(op -> op.bulkInsert("users", List.of("id"), List.of(Map.of("name", "x"))), """
                        The key [id] of the rows for table users is not among their columns [name].
                        Name columns that every row has.
                        """),
                row(op -> op.bulkInsert("users", List.of("id"), List.of(Map.of("id", 1), Map.of("name", "x"))), """
                        A row for table users has no value for id, which is part of the key.
                        Give each row a value for it, or choose another key.
                        """),
                row(op -> op.bulkInsert("users", List.of("a", "b"), List.of(), List.of(List.of(1))), """
                        Row 1 for table users has 1 values for 2 columns.
                        Give as many values as there are columns: [a, b].
                        """),
                row(op -> op.createView("v", "SELECT 1; SELECT 2"), """
                        A definition has to be one statement, and has 2: SELECT 1; SELECT 2
                        Give the others to op.execute(…).
                        """),
                row(op -> op.renameTable("users", "x".repeat(64)), """
                        Identifier '%s' has 64 bytes, PostgreSQL keeps 63.
                        Shorten it: PostgreSQL would silently truncate it, and two names could become one.
                        """.formatted("x".repeat(64))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatMakesNoSenseIsRefused(Consumer<Directives> revision, String message) {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> SqlText.of(Recording.of(revision).operations()))
                .withMessage(message);
    }

    private static Check check(String name) {
        return new Check(name, "true", false, true, null);
    }

    private static View view(String name, boolean materialized) {
        return new View(QualifiedName.of(name), materialized, "SELECT 1", Map.of(), List.of(), null);
    }

    private static Function function(String name) {
        return new Function(QualifiedName.of(name), "integer", Function.Kind.FUNCTION, "", null);
    }

    private static CompositeType composite(String name) {
        return new CompositeType(QualifiedName.of(name), List.of(), null);
    }

    private static Domain domain(String name, String type) {
        return new Domain(QualifiedName.of(name), type, null, true, null, List.of(), null);
    }

    private static EnumType enumeration(String name) {
        return new EnumType(QualifiedName.of(name), List.of(), null);
    }
}
