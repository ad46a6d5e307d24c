package dev.athanor.migration.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdTemplateTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
        {rev}                             | d382069dacef
        {number}                          | 007
        app_{number}                      | app_007
        {number}_{slug}                   | 007_add_writing_styles
        {date:yyyyMMddHHmmss}             | 20251007105009
        {epoch}.{number}                  | 1759834209.007
        {date:yyyy_MM}.{rev}              | 2025_10.d382069dacef
        """, delimiter = '|')
    void tokensAreReplaced(String template, String id) {
        assertThat(IdTemplate.of(template).id(draft("add writing styles and more"), 7))
                .isEqualTo(new RevisionId(id));
    }

    @Test
    void withoutASlugNoSeparatorIsLeft() {
        assertThat(IdTemplate.of("{number}_{slug}").id(draft("日本"), 7)).isEqualTo(new RevisionId("007"));
    }

    @Test
    void numbersFollowTheHighestIdOfTheTemplate() {
        assertThat(IdTemplate.of("{number}").nextNumber(List.of("001", "d382069dacef", "014", "7")))
                .isEqualTo(15);
        assertThat(IdTemplate.of("v{number}").nextNumber(List.of("001", "v002", "w009")))
                .isEqualTo(3);
        assertThat(IdTemplate.of("{number}").isNumbered()).isTrue();
        assertThat(IdTemplate.standard().isNumbered()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {number}-{rev}   | Id template '{number}-{rev}' makes ids that cannot be used: Revision id '001-000000000000' contains '-'. | Use letters, digits, '_' and '.' around the tokens, such as {number} or {date:yyyyMMddHHmmss}.
        a/{number}       | Id template 'a/{number}' makes ids that cannot be used: Revision id 'a/001' contains '/'. | Use letters, digits, '_' and '.' around the tokens, such as {number} or {date:yyyyMMddHHmmss}.
        {rev}{slug}x     | Id template '{rev}{slug}x' makes ids that cannot be used: Revision id '000000000000xxxxxxxxxxxxxxxxxxxxx' has 33 characters, the version table holds 32. | Use letters, digits, '_' and '.' around the tokens, such as {number} or {date:yyyyMMddHHmmss}.
        first            | Id template 'first' would give every revision the same id. | Write tokens into it: {date:yyyyMMdd_HHmm}, {year}, {month}, {day}, {hour}, {minute}, {second}, {epoch}, {rev}, {slug} and {number}.
        {id}             | Id template '{id}' has an unknown token {id}. | Write one of {date:yyyyMMdd_HHmm}, {year}, {month}, {day}, {hour}, {minute}, {second}, {epoch}, {rev}, {slug} and {number}.
        """)
    void whatGivesNoIdIsRefused(String template, String problem, String action) {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> IdTemplate.of(template))
                .withMessage(problem + "\n" + action);
    }

    private static RevisionDraft draft(String message) {
        return new RevisionDraft(
                new Revision(new RevisionId("d382069dacef"), List.of(), List.of(), List.of()),
                message,
                OffsetDateTime.parse("2025-10-07T10:50:09Z"),
                "",
                "");
    }
}
