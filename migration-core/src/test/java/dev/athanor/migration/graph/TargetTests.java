package dev.athanor.migration.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.migration.graph.TargetException.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    head,           Head[]
                    heads,          AllHeads[]
                    base,           Base[]
                    current,        Current[]
                    ae10,           Named[ae10]
                    v1.2,           Named[v1.2]
                    +2,             Relative[from current +2]
                    -1,             Relative[from current -1]
                    ae10+2,         Relative[from Named[ae10] +2]
                    v1.2-3,         Relative[from Named[v1.2] -3]
                    head-1,         Relative[from Head[] -1]
                    base+1,         Relative[from Base[] +1]
                    lib@head,       OnBranch[lib Head[]]
                    lib@+2,         OnBranch[lib Relative[from current +2]]
                    lib@ae10-1,     OnBranch[lib Relative[from Named[ae10] -1]]
                    """)
    void readsEveryForm(String text, String expected) {
        Target target = Target.parse(text);

        assertThat(structure(target)).isEqualTo(expected);
        assertThat(target).hasToString(text);
    }

    private static String structure(Target target) {
        if (target instanceof Target.Named named) {
            return "Named[" + named.name() + "]";
        }
        if (target instanceof Target.OnBranch onBranch) {
            return "OnBranch[" + onBranch.branch() + " " + structure(onBranch.target()) + "]";
        }
        if (target instanceof Target.Relative relative) {
            String from = relative.from().map(TargetTests::structure).orElse("current");
            return String.format("Relative[from %s %+d]", from, relative.steps());
        }
        return target.getClass().getSimpleName() + "[]";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+1foo", "a b", "+", "lib@", "@head", "a@b@c", "--1", "1+1+1", "a+9999999999", "ab/c"})
    void refusesWhatIsNoTarget(String text) {
        TargetException refused = catchThrowableOfType(TargetException.class, () -> Target.parse(text));

        assertThat(refused.kind()).isEqualTo(Kind.MALFORMED_TARGET);
        assertThat(refused.problem()).isEqualTo("'" + text + "' is not a target.");
        assertThat(refused.action())
                .isEqualTo("Write `head`, `heads`, `base`, a revision id or its beginning, a branch label, `+2`, `-1`,"
                        + " `ae10+2`, or one of these behind `branch@`.");
    }

    @Test
    void refusesARangeWhereOneTargetIsMeant() {
        TargetException refused = catchThrowableOfType(TargetException.class, () -> Target.parse("a:b"));

        assertThat(refused.kind()).isEqualTo(Kind.RANGE_NOT_ALLOWED);
        assertThat(refused.problem()).isEqualTo("'a:b' is a range, and one target is needed.");
        assertThat(refused.action())
                .isEqualTo(
                        "Name one target: a range is for history, and for the SQL text of upgrade, downgrade and stamp.");
    }

    @Test
    void readsARangeWithOpenEnds() {
        assertThat(TargetRange.parse("a:"))
                .isEqualTo(new TargetRange(Optional.of(new Target.Named("a")), Optional.empty()))
                .hasToString("a:");
        assertThat(TargetRange.parse(":")).isEqualTo(new TargetRange(Optional.empty(), Optional.empty()));
        assertThat(TargetRange.parse("lib@base:current")).hasToString("lib@base:current");
    }

    @Test
    void refusesOneTargetWhereARangeIsMeant() {
        TargetException refused = catchThrowableOfType(TargetException.class, () -> TargetRange.parse("a"));

        assertThat(refused.kind()).isEqualTo(Kind.RANGE_REQUIRED);
        assertThat(refused.problem()).isEqualTo("'a' is one target, and a range is needed.");
        assertThat(refused.action()).isEqualTo("Write `from:to`; either end may be left out, as in `:a`.");
    }

    @Test
    void refusesARangeOfThree() {
        TargetException refused = catchThrowableOfType(TargetException.class, () -> TargetRange.parse("a:b:c"));

        assertThat(refused.kind()).isEqualTo(Kind.MALFORMED_TARGET);
        assertThat(refused.problem()).isEqualTo("'a:b:c' has more than one colon.");
        assertThat(refused.action()).isEqualTo("Write a range as `from:to`, with one colon.");
    }
}
