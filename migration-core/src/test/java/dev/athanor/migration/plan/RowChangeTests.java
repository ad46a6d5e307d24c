package dev.athanor.migration.plan;

import static dev.athanor.migration.graph.GraphNotation.heads;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowChangeTests {

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource(textBlock = """
                    '',     '',     []
                    a,      a,      []
                    '',     a,      [insert a]
                    a,      '',     [delete a]
                    a,      b,      [update a to b]
                    a b c,  d,      '[delete a, delete b, update c to d]'
                    d,      a b c,  '[insert a, insert b, update d to c]'
                    a b x,  c d x,  '[update a to c, update b to d]'
                    """)
    void isTheLeastThatTurnsRowsIntoRows(String before, String after, String changes) {
        assertThat(RowChange.between(heads(before), heads(after))).hasToString(changes);
    }
}
