package dev.athanor.migration.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SharedSortedTests {

    @RepeatedTest(20)
    void holdsWhatASortedSetHoldsWhateverIsDone(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        SharedSorted<String> values = SharedSorted.of(List.<String>of());
        SortedSet<String> expected = new TreeSet<>();

        for (int change = 0; change < 500; change++) {
            String value = "v" + random.nextInt(150);
            boolean more = random.nextInt(5) > 1;
            values = more ? values.with(value) : values.without(value);
            if (more) {
                expected.add(value);
            } else {
                expected.remove(value);
            }

            assertThat(values.holds(value)).isEqualTo(more);
            assertThat(values).hasSize(expected.size()).isEqualTo(List.copyOf(expected));
        }
        assertThat(values).isEqualTo(SharedSorted.of(expected)).hasSameHashCodeAs(List.copyOf(expected));
        for (int index = 0; index < values.size(); index++) {
            assertThat(values.get(index)).isEqualTo(List.copyOf(expected).get(index));
        }
    }

    @RepeatedTest(20)
    void joinsAndSubtractsAsSortedSetsDo(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        SortedSet<String> some = some(random);
        SortedSet<String> others = some(random);
        SortedSet<String> both = new TreeSet<>(some);
        both.addAll(others);
        List<String> rest = new ArrayList<>(some);
        rest.removeAll(others);

        assertThat(SharedSorted.of(some).and(SharedSorted.of(others))).isEqualTo(SharedSorted.of(both));
        assertThat(SharedSorted.of(some).minus(SharedSorted.of(others))).isEqualTo(rest);
    }

    @Test
    void isDifferentWhereOneValueIs() {
        assertThat(SharedSorted.of(List.of("a", "b"))).isNotEqualTo(SharedSorted.of(List.of("a", "c")));
        assertThat(SharedSorted.of(List.of("a", "b"))).isNotEqualTo(SharedSorted.of(List.of("a")));
    }

    @Test
    void hasNothingBeyondItsEnds() {
        SharedSorted<String> values = SharedSorted.of(List.of("a"));

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> values.get(1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> values.get(-1));
    }

    private static SortedSet<String> some(Random random) {
        SortedSet<String> some = new TreeSet<>();
        random.ints(random.nextInt(200), 0, 100).forEach(number -> some.add("v" + number));
        return some;
    }
}
