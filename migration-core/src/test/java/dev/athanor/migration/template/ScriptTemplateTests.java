package dev.athanor.migration.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.DraftMark;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.script.ScriptParser;
import dev.athanor.migration.script.TransactionMode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTemplateTests {

    private static final String OWN = """
            -- ${message} (a revision of ours)
            -- Revision ID: ${revision}
            -- Revises: ${down_revisions}
            -- Depends On: ${depends_on}
            -- Branch Labels: ${branch_labels}
            -- Create Date: ${create_date}
            -- @upgrade
            SET ROLE '$${owner}'; -- of ${revision}
            ${upgrade}
            -- @downgrade
            ${downgrade}
            """;

    @Test
    void theStandardScriptHasTheStandardHeader() {
        String text = ScriptTemplate.standard()
                .render(draft(
                        "add writing styles",
                        revision("d382069dacef", "2e0140e533a8"),
                        "CREATE TABLE a ();\n",
                        "DROP TABLE a;\n\n"));

        assertThat(text).isEqualTo("""
                -- add writing styles
                --
                -- Revision ID: d382069dacef
                -- Revises: 2e0140e533a8
                -- Create Date: 2025-10-07T10:50:00Z

                -- @upgrade
                CREATE TABLE a ();

                -- @downgrade
                DROP TABLE a;
                """);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aDraftIsMarkedBehindTheLastKeyOfAnyTemplate(ScriptTemplate template) {
        RevisionDraft draft = new RevisionDraft(
                revision("b", "a"),
                "add mail",
                OffsetDateTime.parse("2025-10-07T10:50:00Z"),
                "SELECT 1;",
                "SELECT 2;",
                TransactionMode.TRANSACTIONAL,
                Optional.of("Which mail?"));

        String text = template.render(draft);

        assertThat(text).contains("\n-- Create Date: 2025-10-07T10:50:00Z\n-- Draft: Which mail?\n");
        assertThat(parse(text).draft())
                .contains(new DraftMark("Which mail?", text.startsWith("-- add mail\n--\n") ? 6 : 5));
    }

    static Stream<ScriptTemplate> templates() {
        return Stream.of(ScriptTemplate.standard(), own(OWN));
    }

    @Test
    void sectionsWithoutStatementsStayEmpty() {
        String text = ScriptTemplate.standard().render(draft("begin", revision("a"), "", ""));

        assertThat(text).isEqualTo("""
                -- begin
                --
                -- Revision ID: a
                -- Revises:
                -- Create Date: 2025-10-07T10:50:00Z

                -- @upgrade


                -- @downgrade

                """);
    }

    @Test
    void withoutAMessageTheHeaderBeginsWithItsKeys() {
        String text = ScriptTemplate.standard().render(draft(" \n ", revision("b", "a"), "", ""));

        assertThat(text).startsWith("-- Revision ID: b\n-- Revises: a\n-- Create Date: 2025-10-07T10:50:00Z\n\n");
        assertThat(parse(text).message()).isEmpty();
    }

    @Test
    void whatIsWrittenIsRead() {
        Revision merge = new Revision(
                new RevisionId("m1"),
                List.of(new RevisionId("b"), new RevisionId("a")),
                List.of("c", "lib"),
                List.of("api", "web"));
        RevisionDraft draft = draft("merge b and a\n\nThey belong together: see #12.", merge, "SELECT 1;", "SELECT 2;");

        RevisionScript script = parse(ScriptTemplate.standard().render(draft));

        assertThat(script.revision()).isEqualTo(merge);
        assertThat(script.message()).isEqualTo("merge b and a\n\nThey belong together: see #12.");
        assertThat(script.createDate()).isEqualTo("2025-10-07T10:50:00Z");
        assertThat(script.upgrade().text()).isEqualTo("SELECT 1;\n\n");
        assertThat(script.downgrade()).isInstanceOfSatisfying(Downgrade.Reversible.class, down -> assertThat(
                        down.section().text())
                .isEqualTo("SELECT 2;\n"));
    }

    @Test
    void theDateIsInTheZoneOfTheDraft() {
        RevisionDraft draft = new RevisionDraft(
                revision("a"), "begin", OffsetDateTime.parse("2025-10-07T12:50:09.123+02:00"), "", "");

        assertThat(ScriptTemplate.standard().render(draft)).contains("\n-- Create Date: 2025-10-07T12:50:09+02:00\n");
    }

    @Test
    void theUsersOwnTemplateIsFollowed() {
        String text = own(OWN.replace("\n", "\r\n"))
                .render(draft("add a\nand b", revision("b", "a"), "CREATE TABLE a ();", ""));

        assertThat(text).isEqualTo("""
                -- add a
                -- and b (a revision of ours)
                -- Revision ID: b
                -- Revises: a
                -- Create Date: 2025-10-07T10:50:00Z
                -- @upgrade
                SET ROLE '${owner}'; -- of b
                CREATE TABLE a ();
                -- @downgrade

                """);
    }

    static Stream<String> ordinaryMessages() {
        return Stream.of(
                "add ${revision} and $1 \\ and ${nothing}",
                "see https://example.org: it is explained there",
                "a */ b /* c ' d $$ e \" f",
                "first\nsecond\n\nfourth",
                "@param is ordinary",
                "größe 日本 😀",
                "none",
                "-5 is not allowed");
    }

    @ParameterizedTest
    @MethodSource("ordinaryMessages")
    void aMessageIsReadAsItWasWritten(String message) {
        RevisionScript script = parse(ScriptTemplate.standard().render(draft(message, revision("b", "a"), "", "")));

        assertThat(script.message()).isEqualTo(message);
        assertThat(script.revision()).isEqualTo(revision("b", "a"));
    }

    static Stream<Arguments> unprintableMessages() {
        return Stream.of(
                Arguments.of("a\r\nb\rc", "a\nb\nc"),
                Arguments.of("a\0b\u0007c\td", "a b c d"),
                Arguments.of("add a\u2028Revision ID: x\u0085Revises: y\u000bz", "add a Revision ID: x Revises: y z"),
                Arguments.of("abc\u202edef\u2066", "abc def"),
                Arguments.of("a\n-----\nb", "a\n\nb"),
                Arguments.of("\n\n  a  \n\n", "a"),
                Arguments.of("half \ud83d of it", "half   of it"));
    }

    @ParameterizedTest
    @MethodSource("unprintableMessages")
    void whatCannotBeSeenIsNotKept(String message, String read) {
        String text = ScriptTemplate.standard().render(draft(message, revision("b"), "", ""));

        assertThat(parse(text).message()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Revision ID: x",
                "revision id : x",
                "Revision: x",
                "Revises: x",
                "Depends On:x",
                "Branch Labels: x",
                "Create Date: 2020-01-01T00:00:00Z",
                "Create Date:",
                "@upgrade",
                "@downgrade irreversible",
                "@upgrade transaction=none",
                "@ upgrade",
                "@up"
            })
    void aMessageThatReadsAsSomethingElseIsRefused(String message) {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> ScriptTemplate.standard().render(draft(message, revision("b", "a"), "", "")))
                .withMessage("The message, `" + message + "`, would read as a key of the header, or as the beginning of"
                        + " a section.\n"
                        + "Word it differently: no key with a colon, and no @, at the beginning of a line.");
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() ->
                        ScriptTemplate.standard().render(draft("add a\n\n " + message, revision("b", "a"), "", "")))
                .withMessageStartingWith("Line 3 of the message, `" + message + "`, would read as a key");
    }

    @Test
    void aMessageCannotCompleteWhatATemplateBegins() {
        ScriptTemplate template = own(OWN.replace("-- ${message} (a revision of ours)", "-- Revision ${message}"));

        assertThatExceptionOfType(InvalidScriptException.class)
                .isThrownBy(() -> template.render(draft("ID: x", revision("b", "a"), "", "")))
                .withMessage("new revision from template db/own.sql:2: The header has `Revision ID` twice, first on"
                        + " line 1.\nKeep one of them; several values are separated by commas.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-- @downgrade\nSELECT 1;", "-- @upgrade\n", "SELECT 'unfinished"})
    void statementsCannotMakeSections(String upgrade) {
        assertThatExceptionOfType(InvalidScriptException.class)
                .isThrownBy(() -> ScriptTemplate.standard().render(draft("add a", revision("b", "a"), upgrade, "")))
                .withMessageStartingWith("new revision:");
    }

    @Test
    void everyProblemOfATemplateIsReported() {
        String text = """
                -- ${mesage} ${}
                -- Revision ID: ${revision}
                -- @upgrade
                INSERT INTO log VALUES ('${message}');
                -- ${message}
                -- ${upgrade}
                BEGIN; ${downgrade} END;
                """;

        assertThatExceptionOfType(InvalidScriptException.class)
                .isThrownBy(() -> own(text))
                .withMessage("""
                        5 problems in db/own.sql:
                          db/own.sql:1: The template has an unknown token `${mesage}`. Write one of ${message}, ${revision}, ${down_revisions}, ${depends_on}, ${branch_labels}, ${create_date}, ${upgrade}, ${downgrade}; or `$${mesage}` for the text `${mesage}`.
                          db/own.sql:4: `${message}` stands outside the header. Put it on a line that begins with `--`, above the first section: a message may hold any text.
                          db/own.sql:5: `${message}` stands outside the header. Put it on a line that begins with `--`, above the first section: a message may hold any text.
                          db/own.sql:6: `${upgrade}` does not stand alone on its line. Give it a line of its own: it stands for whole statements.
                          db/own.sql:7: `${downgrade}` does not stand alone on its line. Give it a line of its own: it stands for whole statements.
                        Correct them, then check with `migration validate`.""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        -- Revision ID: ${revision}        | -- Revision ID: fixed | The new revision from template db/own.sql would say `Revision ID: fixed`, and should say `Revision ID: b`. | Write `-- Revision ID: ${revision}` into the header of the template.
        -- Revises: ${down_revisions}      | --                    | The new revision from template db/own.sql would say `Revises:`, and should say `Revises: a`. | Write `-- Revises: ${down_revisions}` into the header of the template.
        -- Depends On: ${depends_on}       | --                    | The new revision from template db/own.sql would say `Depends On:`, and should say `Depends On: c, lib`. | Write `-- Depends On: ${depends_on}` into the header of the template.
        -- Branch Labels: ${branch_labels} | --                    | The new revision from template db/own.sql would say `Branch Labels:`, and should say `Branch Labels: api`. | Write `-- Branch Labels: ${branch_labels}` into the header of the template.
        ${upgrade}                         | SELECT 1;             | The new revision from template db/own.sql would lose its statements: there is no `${upgrade}`. | Write `${upgrade}` on a line of its own into the template.
        ${downgrade}                       | SELECT 1;             | The new revision from template db/own.sql would lose its statements: there is no `${downgrade}`. | Write `${downgrade}` on a line of its own into the template.
        """)
    void aTemplateThatLosesSomethingIsRefused(String line, String instead, String problem, String action) {
        Revision revision =
                new Revision(new RevisionId("b"), List.of(new RevisionId("a")), List.of("c", "lib"), List.of("api"));
        ScriptTemplate template = own(OWN.replace(line + "\n", instead + "\n"));

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> template.render(draft("add a", revision, "SELECT 1;", "SELECT 2;")))
                .withMessage(problem + "\n" + action);
    }

    @Test
    void aTemplateWithoutAnIdIsRefused() {
        ScriptTemplate template = own("-- @upgrade\n${upgrade}\n-- @downgrade\n${downgrade}\n");

        assertThatExceptionOfType(InvalidScriptException.class)
                .isThrownBy(() -> template.render(draft("add a", revision("b"), "", "")))
                .withMessageStartingWith("new revision from template db/own.sql:1: The header has no revision id.\n");
    }

    @Test
    void theStandardTemplateIsATemplateOfOnesOwn() {
        RevisionDraft draft = draft("add a", revision("b", "a"), "", "");

        assertThat(own("\uFEFF" + ScriptTemplate.standard()).render(draft))
                .isEqualTo(ScriptTemplate.standard().render(draft));
    }

    private static ScriptTemplate own(String text) {
        return ScriptTemplate.of(new ScriptFile("db/own.sql", text));
    }

    private static RevisionScript parse(String text) {
        return new ScriptParser(Placeholders.none()).parse(new ScriptFile("db/x.sql", text));
    }

    private static Revision revision(String id, String... downRevisions) {
        return new Revision(
                new RevisionId(id),
                Stream.of(downRevisions).map(RevisionId::new).toList(),
                List.of(),
                List.of());
    }

    private static RevisionDraft draft(String message, Revision revision, String upgrade, String downgrade) {
        return new RevisionDraft(revision, message, OffsetDateTime.parse("2025-10-07T10:50:00Z"), upgrade, downgrade);
    }
}
