package dev.athanor.migration.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlembicScriptTests {

    private static Optional<AlembicScript> read(String text) {
        return AlembicScript.read(new ForeignFile("a.py", text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "None | ",
                "'a1' | a1",
                "\"a1\"  # the first | a1",
                "('a1', 'b2') | a1 b2",
                "['a1', \"b2\",] | a1 b2",
                "{'a1'} | a1",
                "('a1',) | a1",
                "() | ",
                "(\\n    'a1',  # one\\n    'b2',\\n) | a1 b2",
                "('a1' 'b2') | a1b2",
                "r'a1' | a1",
                "'''a1''' | a1",
                "'a\\'1' | a'1",
            })
    void aValueIsReadAsItsStrings(String value, String expected) {
        String text = "revision = 'x'\ndown_revision = " + value.replace("\\n", "\n") + "\nbranch_labels = None\n";

        assertThat(read(text).orElseThrow().downRevisions())
                .isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void theDocstringGivesMessageAndDate() {
        AlembicScript script = read("""
                # a comment
                \"""add a table

                revision = 'not this one'
                Revision ID: a1
                Revises: z9
                Create Date: 2024-01-02 03:04:05.678901+02:00

                \"""
                from typing import Union

                revision: str = "a1"
                down_revision: Union[str, None] = "z9"
                """).orElseThrow();

        assertThat(script)
                .isEqualTo(new AlembicScript(
                        "a.py",
                        "a1",
                        List.of("z9"),
                        List.of(),
                        List.of(),
                        "add a table\n\nrevision = 'not this one'",
                        Optional.of(OffsetDateTime.parse("2024-01-02T03:04:05+02:00"))));
    }

    @Test
    void aFileWithoutARevisionIsLeftOut() {
        assertThat(read("def helper():\n    revision = 'x'\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"make_id()", "f'a{1}'", "a + 'b'", "'a' + b", "None or 'a'", "('a') + b"})
    void aComputedValueIsRefused(String value) {
        assertThatThrownBy(() -> read("\n\nrevision = " + value + "\n"))
                .isInstanceOf(ImportException.class)
                .hasMessage("a.py:3: `revision` is computed by `" + value + "`, and the script is not run.\n"
                        + "Write its value as a string, None, or a tuple of strings, and import again.");
    }
}
