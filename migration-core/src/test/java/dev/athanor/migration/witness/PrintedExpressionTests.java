package dev.athanor.migration.witness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintedExpressionTests {

    private static final String LITERALS = "((kind)::text = ANY (ARRAY['a'::text, 'b''$c'::text]))";

    @Test
    void oneCastOfAnArrayIsAnArrayOfTexts() {
        String once = "((kind)::text = ANY ((ARRAY['a'::character varying, 'b''$c'::character varying])::text[]))";

        assertThat(PrintedExpression.readBack(once)).isEqualTo(LITERALS);
    }

    @Test
    void anArrayOfCastsIsAnArrayOfTexts() {
        String each =
                "((kind)::text = ANY (ARRAY[('a'::character varying)::text, ('b''$c'::character varying)::text]))";

        assertThat(PrintedExpression.readBack(each)).isEqualTo(LITERALS);
        assertThat(PrintedExpression.readBack(LITERALS)).isEqualTo(LITERALS);
    }

    @Test
    void castsOfOtherValuesStay() {
        String other = "((ARRAY['a'::character varying, kind])::text[] = (c)::text[])";

        assertThat(PrintedExpression.readBack(other)).isEqualTo(other);
    }
}
