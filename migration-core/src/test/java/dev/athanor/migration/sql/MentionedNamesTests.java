package dev.athanor.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentionedNamesTests {

    @Test
    void namesOfOneAndTwoPartsAreFoundOutsideStringsAndComments() {
        String sql = "COMMENT ON COLUMN app.\"T 1\".note IS 'not.this' /* nor.this */";

        assertThat(MentionedNames.in(statement(sql)))
                .containsExactly("COMMENT", "ON", "COLUMN", "app.\"T 1\"", "app", "IS");
    }

    @Test
    void aStatementOfCodeThatHasNoEndNamesNothing() {
        assertThat(MentionedNames.in(statement("DROP TABLE 't"))).isEmpty();
        assertThat(StrayCharacters.in(statement("'\u00a0t"), 1)).isEmpty();
        assertThat(StrayCharacters.in(statement("SELECT\u00a01 't"), 1))
                .extracting(StrayCharacters.Stray::described)
                .containsExactly("a no-break space (U+00A0)");
    }

    private static Statement statement(String sql) {
        return new Statement(sql, 1, StatementKind.OTHER);
    }
}
