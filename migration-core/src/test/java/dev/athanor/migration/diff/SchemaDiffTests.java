package dev.athanor.migration.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.diff.DiffOptions.ComparedNames;
import dev.athanor.migration.diff.DiffOptions.Locks;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.rendering.OperationStatements;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue.Default;
import dev.athanor.migration.schema.ColumnValue.Identity;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.Constraint.PrimaryKey;
import dev.athanor.migration.schema.Constraint.Unique;
import dev.athanor.migration.schema.Deferrability;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.ReferentialAction;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SequenceOptions;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.View;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaDiffTests {

    private static final Column ID = Column.of("id", "bigint").withNullable(false);
    private static final Column AGE = Column.of("age", "integer");

    @Test
    void nothingDiffersWhereNothingDoes() {
        Schema schema = schema(table("users", ID, AGE).withConstraints(List.of(key("users_pkey", "id"))));

        SchemaDiff diff = exact(schema, schema);

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.differences()).isEmpty();
        assertThat(diff.columnOrder()).isEmpty();
        assertThat(diff.suggestions()).isEmpty();
    }

    @Test
    void columnsAreSaidToDifferThingByThing() {
        Column after = Column.of("age", "bigint")
                .withNullable(false)
                .withValue(new Default("1"))
                .withComment("in years");

        assertThat(lines(schema(table("users", ID, AGE)), schema(table("users", ID, after))))
                .containsExactly(
                        "column users.age: comment none → 'in years'",
                        "column users.age: default none → 1",
                        "column users.age: nullable → not null",
                        "column users.age: type integer → bigint");
    }

    @Test
    void anIdentityIsSaidInFull() {
        Column after = AGE.withValue(new Identity(true, SequenceOptions.of("integer")));

        assertThat(lines(schema(table("users", AGE)), schema(table("users", after))))
                .containsExactly("column users.age: value none → identity always SequenceOptions[type=integer, start=1,"
                        + " increment=1, minValue=1, maxValue=2147483647, cache=1, cycle=false]");
    }

    @Test
    void ofAnIdentityThatCountsAsBeforeOnlyWhatChangesIsSaid() {
        Column before = AGE.withValue(new Identity(true, SequenceOptions.of("integer")));
        Column after = AGE.withValue(new Identity(false, SequenceOptions.of("integer")));

        assertThat(lines(schema(table("users", before)), schema(table("users", after))))
                .containsExactly("column users.age: identity always → by default");
    }

    @Test
    void ofATableThatComesOrGoesNoPartsAreNamed() {
        Table users = table("users", ID, AGE).withConstraints(List.of(key("users_pkey", "id")));

        assertThat(lines(Schema.EMPTY, schema(users))).containsExactly("table users: added");
        assertThat(lines(schema(users), Schema.EMPTY)).containsExactly("table users: removed");
    }

    @Test
    void partsThatComeAndGoAreNamed() {
        Table before = table("users", ID, AGE)
                .withConstraints(List.of(key("users_pkey", "id"), check("age_check", "age > 0")))
                .withIndexes(List.of(Index.of("users_age", List.of("age"))));
        Table after = table("users", ID, Column.of("name", "text"))
                .withConstraints(List.of(key("pk_users", "id")))
                .withIndexes(List.of(Index.of("users_name", List.of("name"))));

        assertThat(lines(schema(before), schema(after)))
                .containsExactly(
                        "column users.age: removed",
                        "column users.name: added",
                        "constraint users.age_check: removed",
                        "constraint users.users_pkey: renamed to pk_users",
                        "index users.users_age: removed",
                        "index users.users_name: added");
    }

    @Test
    void rulesAreShownInSql() {
        Table before = table("users", ID, AGE)
                .withConstraints(List.of(check("c", "age > 0")))
                .withIndexes(List.of(Index.of("i", List.of("age"))));
        Table after = table("users", ID, AGE)
                .withConstraints(List.of(check("c", "age > 1").withValidated(false)))
                .withIndexes(List.of(Index.of("i", List.of("age", "id"))));

        assertThat(lines(schema(before), schema(after)))
                .containsExactly(
                        "constraint users.c: definition CHECK (age > 0) → CHECK (age > 1) NOT VALID",
                        "constraint users.c: valid → not valid",
                        "index users.i: definition INDEX (age) → INDEX (age, id)");
    }

    @Test
    void enumValuesAreListed() {
        assertThat(lines(types(mood("sad", "ok")), types(mood("sad", "ok", "happy"))))
                .containsExactly("enum type mood: values sad, ok → sad, ok, happy");
    }

    @Test
    void aCircleIsClosedByOneKeyOfItsOwn() {
        Table nodes = table("nodes", ID, Column.of("current_id", "bigint"))
                .withConstraints(
                        List.of(key("nodes_pkey", "id"), foreignKey("nodes_current", "current_id", "versions")));
        Table versions = table("versions", ID, Column.of("node_id", "bigint"))
                .withConstraints(List.of(key("versions_pkey", "id"), foreignKey("versions_node", "node_id", "nodes")));

        Change change = exact(Schema.EMPTY, schema(nodes, versions)).change();

        assertThat(names(change.upgrade())).containsExactly("CreateTable", "CreateTable", "AddConstraint");
        assertThat(names(change.downgrade())).containsExactly("DropConstraint", "DropTable", "DropTable");
        assertThat(sql(change.upgrade()).get(2))
                .isEqualTo(
                        "ALTER TABLE versions\n    ADD CONSTRAINT versions_node FOREIGN KEY (node_id) REFERENCES nodes (id)");
    }

    @Test
    void tablesAreCreatedAfterThoseTheyReferTo() {
        Table members = table("members", ID, Column.of("team_id", "bigint"))
                .withConstraints(List.of(foreignKey("members_team", "team_id", "teams")));
        Table teams = table("teams", ID).withConstraints(List.of(key("teams_pkey", "id")));

        Change change = exact(Schema.EMPTY, schema(members, teams)).change();

        assertThat(sql(change.upgrade()))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("CREATE TABLE teams"), second -> assertThat(second)
                                .startsWith("CREATE TABLE members")
                                .contains("REFERENCES teams (id)"));
        assertThat(sql(change.downgrade())).containsExactly("DROP TABLE members", "DROP TABLE teams");
    }

    @Test
    void whatTakesDataIsMarked() {
        Change change = exact(schema(table("users", ID, AGE)), schema(table("users", ID)))
                .change();

        assertThat(change.upgrade()).singleElement().matches(Operation::destructive);
        assertThat(change.downgrade()).singleElement().matches(operation -> !operation.destructive());
    }

    @Test
    void aValueThatNothingUsesIsAddedInPlace() {
        Change change = exact(types(mood("sad", "happy")), types(mood("sad", "ok", "happy")))
                .change();

        assertThat(sql(change.upgrade())).containsExactly("ALTER TYPE mood ADD VALUE 'ok' AFTER 'sad'");
        assertThat(names(change.downgrade())).containsExactly("RebuildEnum");
    }

    @Test
    void aValueThatIsUsedAtOnceNeedsTheTypeAnew() {
        Column before = Column.of("m", "mood");
        Column after = before.withValue(new Default("'ok'::mood"));

        Change change = exact(with(mood("sad"), table("t", before)), with(mood("sad", "ok"), table("t", after)))
                .change();

        assertThat(names(change.upgrade())).containsExactly("RebuildEnum", "AlterColumn");
    }

    @Test
    void columnsInAnotherOrderAreALesserFinding() {
        Column name = Column.of("name", "text");

        SchemaDiff diff = exact(schema(table("users", ID, AGE, name)), schema(table("users", name, ID, AGE)));

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.differences()).isEmpty();
        assertThat(diff.columnOrder())
                .hasToString("[table users: columns in the order id, age, name instead of name, id, age]");
    }

    @Test
    void aColumnThatComesInTheMiddleWillBeTheLast() {
        SchemaDiff diff =
                exact(schema(table("users", ID, AGE)), schema(table("users", ID, Column.of("name", "text"), AGE)));

        assertThat(diff.columnOrder())
                .hasToString("[table users: columns in the order id, age, name instead of id, name, age]");
    }

    @Test
    void whatMayBeARenamingIsSuggestedAndNotDone() {
        SchemaDiff columns = exact(schema(table("users", ID, AGE)), schema(table("users", ID, AGE.withName("years"))));
        SchemaDiff tables = exact(schema(table("users", ID, AGE)), schema(table("people", ID, AGE)));
        SchemaDiff values = exact(types(mood("sad", "ok")), types(mood("sad", "fine")));

        assertThat(columns.suggestions())
                .hasToString("[column users.age may be column users.years under its old name]");
        assertThat(names(columns.change().upgrade())).containsExactly("AddColumn", "DropColumn");
        assertThat(tables.suggestions()).hasToString("[table users may be table people under its old name]");
        assertThat(names(tables.change().upgrade())).containsExactly("CreateTable", "DropTable");
        assertThat(values.suggestions())
                .hasToString("[enum type mood.ok may be enum type mood.fine under its old name]");
    }

    @Test
    void whatIsNotAlikeIsNoRenaming() {
        SchemaDiff columns =
                exact(schema(table("users", ID, AGE)), schema(table("users", ID, Column.of("name", "text"))));
        SchemaDiff tables = exact(schema(table("users", ID, AGE)), schema(table("logs", Column.of("at", "date"), ID)));

        assertThat(columns.suggestions()).isEmpty();
        assertThat(tables.suggestions()).isEmpty();
    }

    @Test
    void typesDefaultsAndCommentsCountOnlyWhereAsked() {
        Schema before = schema(table("users", ID, AGE));
        Schema types = schema(table("users", ID, AGE.withType("bigint").withCollation("\"C\"")));
        Schema defaults = schema(table("users", ID, AGE.withValue(new Default("1"))));
        Schema comments = schema(table("users", ID, AGE.withComment("a")).withComment("b"));

        assertThat(SchemaDiff.between(before, types, DiffOptions.EXACT.withTypes(false))
                        .isEmpty())
                .isTrue();
        assertThat(SchemaDiff.between(before, defaults, DiffOptions.EXACT.withDefaults(false))
                        .isEmpty())
                .isTrue();
        assertThat(SchemaDiff.between(before, comments, DiffOptions.EXACT.withComments(false))
                        .isEmpty())
                .isTrue();
        assertThat(exact(before, types).isEmpty()).isFalse();
        assertThat(exact(before, defaults).isEmpty()).isFalse();
        assertThat(exact(before, comments).isEmpty()).isFalse();
    }

    @Test
    void anIdentityIsNoDefaultThatCouldBePassedOver() {
        Schema before = schema(table("users", AGE));
        Schema after = schema(table("users", AGE.withValue(new Identity(true, SequenceOptions.of("integer")))));

        assertThat(SchemaDiff.between(before, after, DiffOptions.EXACT.withDefaults(false))
                        .isEmpty())
                .isFalse();
    }

    @Test
    void namesThatNobodyChoseAreComparedByStructure() {
        Table before = table("users", ID, AGE)
                .withConstraints(List.of(unique("uq_age", "age"), foreignKey("users_boss", "age", "users")))
                .withIndexes(List.of(Index.of("age_index", List.of("age"))));
        Table after = table("users", ID, AGE)
                .withConstraints(List.of(
                        unique("UKdc4eq7plr20fdhq528twsak1b", "age"),
                        foreignKey("fk9qlpfqcsn0qxkvgkctvdlhmsk", "age", "users")))
                .withIndexes(List.of(Index.of("users_age_idx", List.of("age"))));

        assertThat(SchemaDiff.between(schema(before), schema(after), DiffOptions.EXACT.withNames(ComparedNames.CHOSEN))
                        .differences())
                .isEmpty();
        assertThat(names(exact(schema(before), schema(after)).change().upgrade()))
                .containsExactly("Rename", "Rename", "Rename");
    }

    @Test
    void aNameThatSomebodyChoseIsGivenEvenSo() {
        Table before = table("users", ID, AGE).withConstraints(List.of(unique("users_age_key", "age")));
        Table after = table("users", ID, AGE).withConstraints(List.of(unique("one_age_each", "age")));

        assertThat(sql(SchemaDiff.between(
                                schema(before), schema(after), DiffOptions.EXACT.withNames(ComparedNames.CHOSEN))
                        .change()
                        .upgrade()))
                .containsExactly("ALTER TABLE users RENAME CONSTRAINT users_age_key TO one_age_each");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users_pkey",
                "users_age_key",
                "users_age_key1",
                "users_team_id_fkey",
                "users_age_check",
                "users_expr_idx",
                "users_during_excl",
                "FK9qlpfqcsn0qxkvgkctvdlhmsk",
                "uk_6dotkott2kjsp8vw4d0m25fb7",
                "UKdc4eq7plr20fdhq528twsak1b",
                "IDXbrh8pk3x5y4vqiv5wc3y2k1xn"
            })
    void knowsTheNamesOfGenerators(String name) {
        assertThat(GeneratedNames.isGenerated(QualifiedName.of("users"), name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"uq_users_email", "one_age_each", "fk_users_team", "age_check", "idx_users_age", "users_key_x"})
    void knowsTheNamesOfPeople(String name) {
        assertThat(GeneratedNames.isGenerated(QualifiedName.of("users"), name)).isFalse();
    }

    @Test
    void whatIsNotIncludedIsNotThere() {
        Schema before = schema(table("users", ID), table("spatial_ref_sys", ID));
        Schema after = schema(table("users", ID, AGE));
        DiffOptions options = DiffOptions.EXACT.withInclude(
                object -> !object.name().name().equals("spatial_ref_sys") && object.kind() != ObjectKind.COLUMN);

        assertThat(SchemaDiff.between(before, after, options).differences()).isEmpty();
    }

    @Test
    void whatWouldKeepWritersWaitingComesAfterwards() {
        Table before = table("users", ID, AGE).withConstraints(List.of(key("users_pkey", "id")));
        Table after = before.withConstraints(List.of(
                        key("users_pkey", "id"), check("adult", "age > 17"), foreignKey("boss", "age", "users")))
                .withIndexes(List.of(Index.of("users_age", List.of("age"))));

        SchemaDiff diff = SchemaDiff.between(schema(before), schema(after), DiffOptions.EXACT.withLocks(Locks.AVOIDED));

        assertThat(sql(diff.change().upgrade()))
                .containsExactly(
                        "ALTER TABLE users\n    ADD CONSTRAINT adult CHECK (age > 17) NOT VALID",
                        "ALTER TABLE users\n    ADD CONSTRAINT boss FOREIGN KEY (age) REFERENCES users (id) NOT VALID");
        assertThat(sql(diff.afterwards().upgrade()))
                .containsExactlyInAnyOrder(
                        "ALTER TABLE users VALIDATE CONSTRAINT adult",
                        "CREATE INDEX CONCURRENTLY users_age ON users (age)",
                        "ALTER TABLE users VALIDATE CONSTRAINT boss");
        assertThat(diff.isEmpty()).isFalse();
    }

    @Test
    void onATableThatIsNewNobodyWaits() {
        Table users = table("users", ID, AGE)
                .withConstraints(List.of(check("adult", "age > 17")))
                .withIndexes(List.of(Index.of("users_age", List.of("age"))));

        SchemaDiff diff = SchemaDiff.between(Schema.EMPTY, schema(users), DiffOptions.EXACT.withLocks(Locks.AVOIDED));

        assertThat(diff.afterwards().isEmpty()).isTrue();
        assertThat(names(diff.change().upgrade())).containsExactly("CreateTable");
    }

    @Test
    void aViewOverAColumnThatChangesTypeIsMadeAnew() {
        View view = new View(QualifiedName.of("v"), false, "SELECT age\n   FROM users", Map.of(), List.of(), null);
        Schema before = viewed(table("users", ID, AGE), view);
        Schema after = viewed(table("users", ID, AGE.withType("bigint")), view);

        Change change = exact(before, after).change();

        assertThat(names(change.upgrade())).containsExactly("DropView", "AlterColumn", "CreateView");
        assertThat(lines(before, after)).containsExactly("column users.age: type integer → bigint");
    }

    private static SchemaDiff exact(Schema from, Schema to) {
        return SchemaDiff.between(from, to, DiffOptions.EXACT);
    }

    private static List<String> lines(Schema from, Schema to) {
        return exact(from, to).differences().stream().map(Difference::toString).toList();
    }

    private static List<String> names(List<Operation> operations) {
        return operations.stream()
                .map(operation -> operation.getClass().getSimpleName())
                .toList();
    }

    private static List<String> sql(List<Operation> operations) {
        return OperationStatements.of(operations);
    }

    private static Schema schema(Table... tables) {
        return Schema.of(tables);
    }

    private static Schema types(EnumType... types) {
        return Schema.of(types);
    }

    private static Schema with(EnumType type, Table table) {
        return Schema.of(type, table);
    }

    private static Schema viewed(Table table, View view) {
        return Schema.of(table, view)
                .withDependencies(List.of(new dev.athanor.migration.schema.Dependency(
                        SchemaObjects.view(view.name()), SchemaObjects.column(table.name(), "age"))));
    }

    private static EnumType mood(String... values) {
        return new EnumType(QualifiedName.of("mood"), List.of(values), null);
    }

    private static Table table(String name, Column... columns) {
        return Table.of(QualifiedName.of(name), List.of(columns));
    }

    private static PrimaryKey key(String name, String column) {
        return new PrimaryKey(name, List.of(column), List.of(), Deferrability.NOT_DEFERRABLE, null);
    }

    private static Unique unique(String name, String column) {
        return new Unique(name, List.of(column), List.of(), false, Deferrability.NOT_DEFERRABLE, null);
    }

    private static Check check(String name, String expression) {
        return new Check(name, expression, false, true, null);
    }

    private static Constraint foreignKey(String name, String column, String table) {
        return new ForeignKey(
                name,
                List.of(column),
                QualifiedName.of(table),
                List.of("id"),
                false,
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                List.of(),
                Deferrability.NOT_DEFERRABLE,
                true,
                null);
    }
}
