package dev.athanor.migration.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CappedListTests {

    @Test
    void aShortListIsNamedWhole() {
        assertThat(CappedList.of(List.of())).isEmpty();
        assertThat(CappedList.of(List.of("a"))).isEqualTo("a");
        assertThat(CappedList.of(numbers(5))).isEqualTo("1, 2, 3, 4, 5");
        assertThat(CappedList.of(numbers(2), " and ")).isEqualTo("1 and 2");
    }

    @Test
    void aLongListSaysHowManyMoreThereAre() {
        assertThat(CappedList.of(numbers(6))).isEqualTo("1, 2, 3, 4, 5 and 1 more");
        assertThat(CappedList.of(numbers(27))).isEqualTo("1, 2, 3, 4, 5 and 22 more");
        assertThat(CappedList.of(numbers(7), "; ")).isEqualTo("1; 2; 3; 4; 5 and 2 more");
    }

    @Test
    void linesAreCappedLater() {
        assertThat(CappedList.lines(numbers(10))).hasLineCount(10);
        assertThat(CappedList.leavesOut(numbers(10))).isFalse();
        assertThat(CappedList.lines(numbers(32))).hasLineCount(11).endsWith("10\n  and 22 more");
        assertThat(CappedList.leavesOut(numbers(32))).isTrue();
    }

    private static List<String> numbers(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
    }
}
