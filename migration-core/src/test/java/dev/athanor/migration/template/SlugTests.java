package dev.athanor.migration.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
        add writing styles,         add_writing_styles
        Add Writing-Styles!,        add_writing_styles
        add_user.name,              add_user_name
        __init__  v2,               init_v2
        don't,                      don_t
        one—two / three\\four,      one_two_three_four
        Größe der Straße,           grosse_der_strasse
        créer un œuvre à Malmö,     creer_un_oeuvre_a_malmo
        dodaj ścieżkę główną,       dodaj_sciezke_glowna
        İstanbul ısı ﬁx ½,          istanbul_isi_fix_1_2
        add 日本 table,             add_table
        таблица,                    ''
        🎉 ship it,                 ship_it
        ... // ..,                  ''
        '',                         ''
        """)
    void wordsAreJoinedInLowerCaseAscii(String message, String slug) {
        assertThat(Slug.of(message, 40)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        aa bb cc, 8, aa_bb_cc
        aa bb cc, 7, aa_bb
        aa bb cc, 6, aa_bb
        aa bb cc, 5, aa_bb
        aa bb cc, 4, aa
        aa bb cc, 2, aa
        aa bb cc, 1, a
        abcdefgh, 5, abcde
        """)
    void aLongOneIsCutBetweenWords(String message, int longest, String slug) {
        assertThat(Slug.of(message, longest)).isEqualTo(slug);
    }
}
