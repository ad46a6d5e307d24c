package dev.athanor.migration.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnifiedDiffTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a b c       | a x c         | @@ -1,3 +1,3 @@/ a/-b/+x/ c
            a b c       | a c           | @@ -1,3 +1,2 @@/ a/-b/ c
            a           | a b           | @@ -1 +1,2 @@/ a/+b
            ''          | a             | @@ -0,0 +1 @@/+a
            a           | ''            | @@ -1 +0,0 @@/-a
            1 2 3 4 5 6 | 1 2 3 4 5 7   | @@ -3,4 +3,4 @@/ 3/ 4/ 5/-6/+7
            x 2 3 4 5 6 7 y | a 2 3 4 5 6 7 b | @@ -1,8 +1,8 @@/-x/+a/ 2/ 3/ 4/ 5/ 6/ 7/-y/+b
            x 2 3 4 5 6 7 8 y | a 2 3 4 5 6 7 8 b | @@ -1,4 +1,4 @@/-x/+a/ 2/ 3/ 4/@@ -6,4 +6,4 @@/ 6/ 7/ 8/-y/+b
            """)
    void writesWhatDiffUWrites(String before, String after, String hunks) {
        assertThat(String.join("/", UnifiedDiff.of(before.replace(' ', '\n'), after.replace(' ', '\n'))))
                .isEqualTo(hunks);
    }

    @Test
    void blanksAtTheEndAndLineEndingsAreNoDifference() {
        assertThat(UnifiedDiff.of("a\nb\n", "\uFEFFa  \r\nb\t\r\n\r\n")).isEmpty();
    }

    @Test
    void aLongLineIsCut() {
        assertThat(UnifiedDiff.of("a", "x".repeat(100_000)))
                .containsExactly("@@ -1 +1 @@", "-a", "+" + "x".repeat(200) + "…");
    }

    @Test
    void textsThatHaveNothingInCommonAreShownAsAWhole() {
        String before = lines("old");
        String after = lines("new");

        assertThat(UnifiedDiff.of(before, after))
                .containsExactlyElementsOf(Arrays.asList(("@@ -1,5000 +1,5000 @@\n" + before.replaceAll("(?m)^", "-")
                                + "\n" + after.replaceAll("(?m)^", "+"))
                        .split("\n")));
    }

    private static String lines(String word) {
        return IntStream.range(0, 5_000).mapToObj(number -> word + number).collect(Collectors.joining("\n"));
    }
}
