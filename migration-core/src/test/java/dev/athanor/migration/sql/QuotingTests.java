package dev.athanor.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.error.MigrationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotingTests {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            a,        "a"
            A b,      "A b"
            a"b,      "a""b"
            a.b;--,   "a.b;--"
            größe,    "größe"
            """)
    void identifiersAreAlwaysQuoted(String name, String quoted) {
        assertThat(new Identifier(name)).hasToString(quoted);
        assertThat(new Identifier(name).quoted()).isEqualTo(quoted);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            a,        a
            _a1,      _a1
            name,     name
            user,     "user"
            system_user, "system_user"
            User,     "User"
            1a,       "1a"
            a b,      "a b"
            a"b,      "a""b"
            a.b,      "a.b"
            a$,       "a$"
            größe,    "größe"
            """)
    void identifiersAreQuotedWhereTheyWouldBeReadOtherwise(String name, String quoted) {
        assertThat(new Identifier(name).quotedIfNeeded()).isEqualTo(quoted);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            a,        'a'
            ``,       ''
            it's,     'it''s'
            C:\\x,    E'C:\\\\x'
            \\',      E'\\\\'''
            """)
    void literalsMeanTheSameInEverySession(String value, String quoted) {
        assertThat(new Literal(value)).hasToString(quoted);
        assertThat(new Literal(value).quoted()).isEqualTo(quoted);
    }

    @Test
    void identifiersHaveOneTo63Bytes() {
        assertThat(new Identifier("é".repeat(31) + "x").quoted()).hasSize(34);
        assertRefused(
                () -> new Identifier("é".repeat(32)),
                "Identifier '" + "é".repeat(32) + "' has 64 bytes, PostgreSQL keeps 63.\n"
                        + "Shorten it: PostgreSQL would silently truncate it, and two names could become one.");
        assertRefused(() -> new Identifier(""), "An identifier is empty.\nName the object with 1 to 63 bytes.");
    }

    @Test
    void theCharacterZeroIsRefused() {
        assertRefused(
                () -> new Identifier("a\0b"),
                "Identifier 'a\uFFFDb' contains the character U+0000.\nRemove it: PostgreSQL cannot store it.");
        assertRefused(
                () -> new Literal("a\0b"),
                "A string contains the character U+0000, which PostgreSQL cannot store.\nRemove it.");
    }

    private static void assertRefused(Runnable action, String message) {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(action::run)
                .withMessage(message);
    }
}
