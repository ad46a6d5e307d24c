package dev.athanor.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MadeNamesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE note (id int, body text) | note | body id",
                "CREATE TABLE IF NOT EXISTS app.Note (\"Id\" numeric(3, 2), PRIMARY KEY (\"Id\")) | note | Id",
                "create unlogged table \"Note\" (id int, CONSTRAINT c CHECK (id > 0, true)) | Note | id",
                "CREATE OR REPLACE VIEW v AS SELECT 1 | v | ''",
                "CREATE MATERIALIZED VIEW IF NOT EXISTS a.b AS SELECT 1 | b | ''",
                "CREATE SEQUENCE s START 1 | s | ''",
                "CREATE TABLE copy AS SELECT 1 AS one | copy | ''",
                "CREATE INDEX i ON note (body) | '' | ''",
                "ALTER TABLE note ADD COLUMN author text, ADD IF NOT EXISTS at date | '' | at author",
                "ALTER TABLE note ADD CONSTRAINT c UNIQUE (body) | '' | ''",
                "ALTER TABLE old RENAME TO note | note | ''",
                "ALTER TABLE note RENAME COLUMN text TO body | '' | body",
                "ALTER TABLE note RENAME text TO body | '' | body",
                "ALTER TABLE note RENAME CONSTRAINT a TO b | '' | ''",
                "DROP TABLE note | '' | ''",
                "SELECT 'CREATE TABLE note' | '' | ''",
                "CREATE | '' | ''",
            })
    void areThoseOfRelationsAndColumns(String sql, String relations, String columns) {
        MadeNames made = MadeNames.of(new Statement(sql, 1, StatementKind.OTHER));

        assertThat(made.relations()).isEqualTo(words(relations));
        assertThat(made.columns()).isEqualTo(words(columns));
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.copyOf(List.of(text.split(" ")));
    }
}
