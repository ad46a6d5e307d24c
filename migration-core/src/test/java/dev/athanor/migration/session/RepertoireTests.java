package dev.athanor.migration.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepertoireTests {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            UTF8,       € — 日本 😀,     € — 日本 😀
            SQL_ASCII,  € — 日本 😀,     € — 日本 😀
            LATIN1,     déjà vu,         déjà vu
            LATIN1,     5 €,             \\u:5 \\u20AC
            LATIN9,     5 €,             5 €
            WIN1252,    “5 €”,           “5 €”
            WIN1252,    Ω,               \\u:\\u03A9
            LATIN1,     C:\\tmp,         C:\\tmp
            LATIN1,     C:\\tmp €,       \\u:C:\\\\tmp \\u20AC
            LATIN1,     😀,              \\u:\\uD83D\\uDE00
            EUC_JP,     日本,            \\u:\\u65E5\\u672C
            UTF8,       \\u:like a mark, \\u:\\\\u:like a mark
            """)
    void aTextIsEscapedOnlyWhereTheEncodingLacksACharacterOfIt(String encoding, String text, String stored) {
        String escaped = Repertoire.of(encoding).stored(text);

        assertThat(escaped).isEqualTo(stored);
        assertThat(Repertoire.restored(escaped)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\\u:", "\\u:\\", "\\\\", "\\u20AC", "\\u:€\\u20AC\\", "a\\\\u20AC €\r\n\t"})
    void whateverTheTextIsItIsRestored(String text) {
        for (String encoding : new String[] {"UTF8", "LATIN1", "WIN1251", "EUC_JP", "MULE_INTERNAL"}) {
            assertThat(Repertoire.restored(Repertoire.of(encoding).stored(text)))
                    .as(encoding)
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            \\u:a\\,      a\\
            \\u:a\\n,     a\\n
            \\u:\\u12,    \\u12
            \\u:\\uzzzz,  \\uzzzz
            """)
    void aMarkThatSomebodyElseWroteDoesNoHarm(String stored, String text) {
        assertThat(Repertoire.restored(stored)).isEqualTo(text);
    }

    @Test
    void anEmptyTextStaysEmpty() {
        assertThat(Repertoire.of("LATIN1").stored("")).isEmpty();
        assertThat(Repertoire.restored("")).isEmpty();
    }
}
