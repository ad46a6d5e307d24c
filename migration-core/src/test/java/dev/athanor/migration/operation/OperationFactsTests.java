package dev.athanor.migration.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.directive.Directives;
import dev.athanor.migration.directive.Recording;
import dev.athanor.migration.operation.ColumnOperation.AlterColumn;
import dev.athanor.migration.operation.DataOperation.Execute;
import dev.athanor.migration.rendering.SqlText;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.ColumnValue.Default;
import dev.athanor.migration.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationFactsTests {

    @Test
    void whatTakesDataAwayIsDestructive() {
        assertThat(destructive(op -> {
                    op.dropTable("t");
                    op.dropColumn("t", "c");
                    op.dropSequence("s");
                    op.dropExtension("e");
                    op.dropSchema("a", DropOptions.CASCADE);
                    op.alterColumn("t", "c", c -> c.type("text"));
                    op.bulkDelete("t", List.of("id"), List.of(Map.of("id", 1)));
                    op.dropEnum("e", DropOptions.CASCADE);
                    op.alterComposite("c", from -> from.attribute("a", "text"), to -> {});
                }))
                .containsOnly(true);
        assertThat(destructive(op -> {
                    op.createTable("t", t -> {});
                    op.addColumn("t", "c", "text");
                    op.alterColumn("t", "c", c -> c.notNull().defaultTo("1").comment("x"));
                    op.dropIndex("i");
                    op.dropConstraint("c", "t");
                    op.dropView("v");
                    op.dropEnum("e");
                    op.renameTable("t", "u");
                    op.dropSchema("a");
                    op.execute("SELECT 1");
                }))
                .containsOnly(false);
    }

    private static List<Boolean> destructive(Consumer<Directives> revision) {
        return Recording.of(revision).operations().stream()
                .map(Operation::destructive)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            integer;                bigint;                 false
            smallint;               numeric;                false
            bigint;                 integer;                true
            numeric(10,2);          integer;                true
            varchar(10);            varchar(20);            false
            varchar(10);            text;                   false
            character varying(20);  character varying(10);  true
            text;                   varchar;                false
            text;                   varchar(10);            true
            timestamp;              date;                   true
            """)
    void aTypeThatHoldsEveryValueTakesNothingAway(String from, String to, boolean destructive) {
        Recording recording =
                Recording.of(op -> op.alterColumn("t", "c", c -> c.type(to).existingType(from)));

        assertThat(recording.operations().get(0).destructive()).isEqualTo(destructive);
    }

    @Test
    void whatRunsConcurrentlyIsNoTransaction() {
        assertThat(Recording.of(op -> op.createIndex("i", "t", "c")).transactional())
                .isTrue();
        assertThat(Recording.of(op -> op.addEnumValue("e", "v")).transactional())
                .isTrue();
        assertThat(Recording.of(op -> op.createIndex("i", "t", i -> i.on("c").concurrently()))
                        .transactional())
                .isFalse();
        assertThat(Recording.of(op -> op.dropIndexConcurrently("i", DropOptions.PLAIN))
                        .transactional())
                .isFalse();
        assertThat(Recording.of(op -> op.execute(Execute.sql("VACUUM").outsideTransaction()))
                        .transactional())
                .isFalse();
    }

    @Test
    void whatMakesOneColumnOfAnotherIsEachDifference() {
        Column from = Column.of("c", "text").withValue(new Default("'1'")).withComment("a");
        Column to = Column.of("c", "integer").withNullable(false).withValue(new Default("1"));
        AlterColumn change =
                AlterColumn.between(QualifiedName.of("t"), from, to).using("c::integer", "c::text");

        assertThat(SqlText.of(List.of(change))).isEqualTo("""
                ALTER TABLE t
                    ALTER COLUMN c DROP DEFAULT,
                    ALTER COLUMN c TYPE integer USING c::integer,
                    ALTER COLUMN c SET NOT NULL,
                    ALTER COLUMN c SET DEFAULT 1;

                COMMENT ON COLUMN t.c IS NULL;""");
        assertThat(SqlText.of(List.of(change.reverse()))).isEqualTo("""
                ALTER TABLE t
                    ALTER COLUMN c DROP DEFAULT,
                    ALTER COLUMN c TYPE text USING c::text,
                    ALTER COLUMN c DROP NOT NULL,
                    ALTER COLUMN c SET DEFAULT '1';

                COMMENT ON COLUMN t.c IS 'a';""");
    }

    @Test
    void aCommentHasEachOfItsLinesMarked() {
        assertThat(SqlText.comment("destructive:\n\n rows go")).isEqualTo("-- destructive:\n--\n--  rows go");
    }
}
