package dev.athanor.migration.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    a > 0                            | a > 0
                    (a > 0)                          | a > 0
                    ((a > 0))                        | a > 0
                    (a > 0) AND (b > 0)              | (a > 0) AND (b > 0)
                    (a = ')')                        | a = ')'
                    (a = '(') AND (b = ')')          | (a = '(') AND (b = ')')
                    ("x)" + (1))                     | "x)" + (1)
                    ('it''s)')                       | 'it''s)'
                    ()                               | ~~
                    (ARRAY['a'::character varying, 'b'::character varying])::text[] | ARRAY['a'::text, 'b'::text]
                    ARRAY['a'::character varying, 'b'::character varying]::text[]   | ARRAY['a'::text, 'b'::text]
                    ARRAY[('a'::character varying)::text, ('b'::character varying)::text] | ARRAY['a'::text, 'b'::text]
                    ARRAY['a'::character varying::text]   | ARRAY['a'::text]
                    ARRAY['a'::character varying]         | ARRAY['a'::character varying]
                    ARRAY['it''s'::character varying, E'\\\\'::character varying]::text[] | ARRAY['it''s'::text, E'\\\\'::text]
                    'ARRAY[''a''::character varying]::text[]' | 'ARRAY[''a''::character varying]::text[]'
                    "ARRAY['a'::character varying]::text[]"   | "ARRAY['a'::character varying]::text[]"
                    ARRAY['a'::character varying, b]::text[]  | ARRAY['a'::character varying, b]::text[]
                    (ARRAY['a'::character varying, NULL::character varying])::text[] | ARRAY['a'::text, NULL::text]
                    ARRAY['a'::character varying::text, NULL::character varying::text] | ARRAY['a'::text, NULL::text]
                    n = ANY (ARRAY[1, 2]::numeric[])          | n = ANY (ARRAY[1::numeric, 2::numeric])
                    n = ANY (ARRAY['-1'::integer, NULL::integer]::double precision[]) | n = ANY (ARRAY['-1'::integer::double precision, NULL::integer::double precision])
                    'ARRAY[1, 2]::numeric[]'                  | 'ARRAY[1, 2]::numeric[]'
                    n = ANY (ARRAY[1, a]::numeric[])          | n = ANY (ARRAY[1, a]::numeric[])
                    """)
    void hasOneFormAnExpression(String printed, String expected) {
        assertThat(Expressions.normalized(printed)).isEqualTo(expected);
    }
}
