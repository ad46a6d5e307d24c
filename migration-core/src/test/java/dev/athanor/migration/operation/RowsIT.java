package dev.athanor.migration.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.directive.Directives;
import dev.athanor.migration.directive.Recording;
import dev.athanor.migration.rendering.OperationStatements;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class RowsIT {

    @Test
    void valuesArriveAsTheyAreInRowsAndInStatements(TestDatabase database) {
        List<String> texts =
                List.of("", "it's", "a\\b", "\"", "NULL", "{a,b}", "é 名 😀", "line\nline\ttab", "-- x", "$$");
        database.execute("CREATE TABLE t (id integer, text text, texts text[], bytes bytea)");

        run(database, op -> {
            for (int i = 0; i < texts.size(); i++) {
                byte[] bytes = texts.get(i).getBytes(StandardCharsets.UTF_8);
                Map<String, Object> row =
                        Map.of("id", i, "text", texts.get(i), "texts", List.of(texts.get(i)), "bytes", bytes);
                op.bulkInsert("t", List.of(row));
                op.execute("INSERT INTO t VALUES (?, ?, ?, ?)", i, texts.get(i), List.of(texts.get(i)), bytes);
            }
        });

        List<String> twice = new ArrayList<>();
        texts.forEach(text -> twice.addAll(List.of(text, text)));
        assertThat(database.texts("SELECT text FROM t ORDER BY id")).isEqualTo(twice);
        assertThat(database.texts("SELECT texts[1] FROM t ORDER BY id")).isEqualTo(twice);
        assertThat(database.texts("SELECT convert_from(bytes, 'UTF8') FROM t ORDER BY id"))
                .isEqualTo(twice);
    }

    @Test
    void rowsComeAndGoByTheirKey(TestDatabase database) {
        database.execute("CREATE TABLE t (a integer, b text, c integer DEFAULT 7)");
        database.execute("INSERT INTO t VALUES (1, 'y', 0)");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            rows.add(Map.of("a", i, "b", "x"));
        }
        Recording recording = Recording.of(op -> op.bulkInsert("t", List.of("a", "b"), rows));

        assertThat(OperationStatements.of(recording.operations())).hasSize(3);
        OperationStatements.of(recording.operations()).forEach(database::execute);
        assertThat(database.count("SELECT count(*) FROM t WHERE c = 7")).isEqualTo(2_500);

        OperationStatements.of(recording.reversed()).forEach(database::execute);
        assertThat(database.texts("SELECT b FROM t")).containsExactly("y");
    }

    private static void run(TestDatabase database, Consumer<Directives> revision) {
        OperationStatements.of(Recording.of(revision).operations()).forEach(database::execute);
    }
}
