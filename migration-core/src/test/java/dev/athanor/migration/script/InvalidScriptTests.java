package dev.athanor.migration.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.migration.sql.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks each case of the two tables: an invalid file and the whole text of the error. */
class InvalidScriptTests {

    record Case(String name, String text, String message) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        return table("invalid-scripts.txt");
    }

    static Stream<Case> downgrades() throws IOException {
        return table("unreadable-downgrades.txt");
    }

    private static Stream<Case> table(String name) throws IOException {
        try (InputStream stream = InvalidScriptTests.class.getResourceAsStream(name)) {
            String all = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^#### ")).skip(1).map(InvalidScriptTests::parse);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefused(Case malformed) {
        assertThat(refusal(malformed.text()).getMessage()).isEqualTo(malformed.message());
    }

    @ParameterizedTest
    @MethodSource("downgrades")
    void theDowngradeIsRefusedAndTheUpgradeIsRead(Case malformed) {
        ScriptFile file = new ScriptFile("db/x.sql", malformed.text());

        RevisionScript script = new ScriptParser(Placeholders.none()).parse(file);

        assertThat(script.upgrade().statements()).extracting(Statement::sql).containsExactly("SELECT 1");
        assertThat(script.downgrade()).isInstanceOf(Downgrade.Unreadable.class);
        assertThat(new InvalidScriptException(script.problems()).getMessage()).isEqualTo(malformed.message());
        assertThat(script.checksum()).isEqualTo(Checksum.of(malformed.text()));
    }

    @Test
    void theTableIsLongEnough() throws IOException {
        assertThat(cases().map(Case::name).distinct()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void anEmptyFileIsRefused() {
        for (String blank : List.of("", "\uFEFF", " \r\n\t\n", "/* nothing */")) {
            assertThat(refusal(blank).getMessage())
                    .isEqualTo("db/x.sql:1: The file is empty.\nWrite a revision into it, or delete it.");
        }
    }

    @Test
    void problemsAreHeldOneByOne() {
        InvalidScriptException refusal = refusal("-- Revision ID: x\n-- @upgrade\nCOMMIT;\nSELECT 'a");

        assertThat(refusal.problems()).extracting(ScriptProblem::line).containsExactly(3, 4);
        assertThat(refusal.problems().get(1))
                .isEqualTo(new ScriptProblem(
                        "db/x.sql",
                        4,
                        "A string has no closing apostrophe.",
                        "Close it with '; an apostrophe inside a string is written twice,"
                                + " or with a backslash in an E'…' string."));
        assertThat(refusal.problems().get(1).describe()).isEqualTo("db/x.sql:4: A string has no closing apostrophe.");
    }

    @Test
    void severalFilesAreRefusedTogether() {
        ScriptFile good = new ScriptFile("db/a.sql", "-- Revision ID: a\n-- @upgrade\n");
        ScriptFile bad = new ScriptFile("db/b.sql", "-- Revision ID: b\n");
        ScriptFile worse = new ScriptFile("db/c.sql", "-- @upgrade\n");

        InvalidScriptException refusal =
                catchThrowableOfType(InvalidScriptException.class, () -> new ScriptParser(Placeholders.none())
                        .parse(List.of(bad, good, worse)));

        assertThat(refusal.problem()).isEqualTo("""
                        2 problems in 2 revision scripts:
                          db/b.sql:1: The script has no section `@upgrade`. Write a line `-- @upgrade` above its statements;\
                         at a merge point nothing need follow it.
                          db/c.sql:1: The header has no revision id. Write `-- Revision ID: <id>` into the comment at the\
                         top of the file; `migration revision` makes files that have one.""");
        assertThat(refusal.action()).isEqualTo("Correct them, then check with `migration validate`.");
    }

    @Test
    void whatIsWrongWithDowngradesIsSaidTogetherWithTheRest() {
        ScriptFile down = new ScriptFile("db/a.sql", "-- Revision ID: a\n-- @upgrade\n-- @downgrade\nCOMMIT;\n");
        ScriptFile bad = new ScriptFile("db/b.sql", "-- Revision ID: b\n");

        InvalidScriptException refusal = catchThrowableOfType(
                InvalidScriptException.class, () -> ScriptDirectory.parse(List.of(down, bad), Placeholders.none()));

        assertThat(refusal.problems())
                .extracting(problem -> problem.location() + ":" + problem.line())
                .containsExactlyInAnyOrder("db/a.sql:4", "db/b.sql:1");
    }

    @Test
    void aSentenceNamesTheFirstProblemsAndValidateAllOfThem() {
        List<ScriptFile> files = IntStream.rangeClosed(1, 32)
                .mapToObj(number -> new ScriptFile("db/r" + number + ".sql", "-- Revision ID: r" + number + "\n"))
                .toList();

        InvalidScriptException refusal = catchThrowableOfType(
                InvalidScriptException.class, () -> ScriptDirectory.parse(files, Placeholders.none()));

        assertThat(refusal.problems()).hasSize(32);
        assertThat(refusal.problem())
                .startsWith("32 problems in 32 revision scripts:\n  db/r1.sql:1: The script has no section `@upgrade`.")
                .hasLineCount(12)
                .endsWith("\n  and 22 more");
        assertThat(refusal.action()).isEqualTo("See all of them with `migration validate`, and correct them.");
    }

    private static Case parse(String block) {
        int nameEnd = block.indexOf('\n');
        int expected = block.indexOf("==>\n");
        String message = block.substring(expected + 4).stripTrailing();
        return new Case(
                block.substring(0, nameEnd),
                block.substring(nameEnd + 1, expected).replace("«CR»", "\r").replace("«NUL»", "\0"),
                message);
    }

    private static InvalidScriptException refusal(String text) {
        return catchThrowableOfType(InvalidScriptException.class, () -> new ScriptParser(Placeholders.none())
                .parse(new ScriptFile("db/x.sql", text)));
    }
}
