package dev.athanor.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athanor.migration.history.HistoryEntry;
import dev.athanor.migration.runner.MigrationFailedException;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests databases that are not in UTF-8: the history stores any text and restores it unchanged. */
class EncodingsIT {

    private static final String DOWNGRADE = "-- back: “5 €” → 日本 😀 C:\\tmp \\u20AC\nDROP TABLE /* plain */ t_b1;";
    private static final Scripts OLD = Scripts.none().withTable("a1", "");
    private static final String MESSAGE = "Ärger → „5 €“, 日本 😀, C:\\tmp \\u20AC";

    private TestDatabase database;

    @AfterEach
    void drop() {
        PostgresServer.get().dropDatabase(database);
    }

    private void create(String encoding) {
        database = PostgresServer.get().createDatabase("encoding", encoding);
    }

    private static Scripts newer(String options) {
        return Scripts.none()
                .withTable("a1", "")
                .with(
                        "b1",
                        "-- " + MESSAGE + "\n--\n-- Revision ID: b1\n-- Revises: a1\n-- Branch Labels: größe\n\n"
                                + "-- @upgrade" + options + "\nCREATE TABLE t_b1 (id int);\n\n-- @downgrade" + options
                                + "\n" + DOWNGRADE + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LATIN1", "LATIN2", "SQL_ASCII", "WIN1252", "KOI8R", "EUC_JP", "UTF8"})
    void messageAndDowngradeComeBackAsTheyWere(String encoding) {
        create(encoding);
        Migrations old = TestMigrations.of(database, OLD);
        old.upgrade();
        List<String> before = CatalogSnapshot.of(database);

        TestMigrations.of(database, newer("")).upgrade();

        HistoryEntry recorded = old.history().get(1);
        assertThat(recorded.message()).isEqualTo(MESSAGE);
        assertThat(old.planDowngrade("a1").steps().get(0).scripts().get(0).message())
                .isEqualTo(MESSAGE);
        assertThat(stored()).contains(DOWNGRADE);
        old.downgrade("a1");
        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
        assertThat(old.history()).extracting(HistoryEntry::message).containsExactly("revision a1", MESSAGE, MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LATIN1", "EUC_JP"})
    void withoutATransactionTheyComeBackTooAndSoDoesTheLabel(String encoding) {
        create(encoding);
        Migrations old = TestMigrations.of(database, OLD);
        old.upgrade();

        TestMigrations.of(database, newer(" transaction=none")).upgrade();

        assertThat(old.history().get(1).message()).isEqualTo(MESSAGE);
        assertThat(stored()).contains(DOWNGRADE);
        old.downgrade("größe@a1");
        assertThat(database.exists("t_b1")).isFalse();
    }

    private String stored() {
        String escaped = database.texts("SELECT downgrade_script FROM migration_history WHERE revision = 'b1'")
                .get(0);
        return escaped.startsWith("\\u:") ? unescaped(escaped.substring(3)) : escaped;
    }

    /** Decodes a stored text as the documentation describes it, independently of the implementation. */
    private static String unescaped(String text) {
        return Pattern.compile("\\\\(\\\\|u([0-9A-F]{4}))")
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(2) == null ? "\\" : String.valueOf((char) Integer.parseInt(found.group(2), 16))));
    }

    @Test
    void theErrorOfAFailedRevisionIsRecordedWhateverItSays() {
        create("LATIN1");
        Scripts scripts = Scripts.none().with("a1", "", "SELECT 'é' || nosuch;", "SELECT 1;");

        assertThatThrownBy(TestMigrations.of(database, scripts)::upgrade).isInstanceOf(MigrationFailedException.class);

        assertThat(database.texts("SELECT outcome FROM migration_history")).containsExactly("failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LATIN1",
                "LATIN2",
                "LATIN3",
                "LATIN4",
                "LATIN5",
                "LATIN7",
                "LATIN9",
                "ISO_8859_5",
                "ISO_8859_6",
                "ISO_8859_7",
                "ISO_8859_8",
                "WIN1250",
                "WIN1251",
                "WIN1252",
                "WIN1253",
                "WIN1254",
                "WIN1256",
                "WIN1257",
                "WIN1258",
                "KOI8R",
                "KOI8U",
                "LATIN6",
                "LATIN8",
                "LATIN10",
                "WIN866",
                "WIN874",
                "EUC_KR"
            })
    void everyCharacterThatIsStoredAsItIsIsOneThatTheServerHas(String encoding) {
        create(encoding);
        StringBuilder all = new StringBuilder();
        for (char character = ' '; character < Character.MIN_SURROGATE; character++) {
            if (!Character.isISOControl(character)) {
                all.append(character);
            }
        }
        Scripts scripts = Scripts.none().with("a1", "", "CREATE TABLE t (id int);", "-- " + all + "\nDROP TABLE t;");

        TestMigrations.of(database, scripts).upgrade();

        assertThat(stored("a1")).contains(all);
    }

    private String stored(String revision) {
        return unescaped(
                database.texts("SELECT downgrade_script FROM migration_history WHERE revision = '" + revision + "'")
                        .get(0)
                        .substring(3));
    }

    @Test
    void aStatementWithACharacterThatTheDatabaseLacksIsNamed() {
        create("LATIN1");
        Scripts scripts = Scripts.none()
                .with("a1", "", "CREATE TABLE t (note text);\nINSERT INTO t\n  VALUES ('é 5 €');", "DROP TABLE t;");

        MigrationFailedException failure =
                catchThrowableOfType(MigrationFailedException.class, TestMigrations.of(database, scripts)::upgrade);

        assertThat(failure).hasMessage("""
                upgrade a1 (revision a1) failed at db/revisions/a1.sql:8, statement 2 of 2:
                    INSERT INTO t
                      VALUES ('é 5 €')
                ERROR: character with byte sequence 0xe2 0x82 0xac in encoding "UTF8" has no equivalent in encoding "LATIN1" (SQLState 22P05)
                The revision was rolled back: the database is at base.
                Line 9, column 16 holds '€' (U+20AC), which the encoding of this database, LATIN1, does not have. Write something else there, or move to a database that `CREATE DATABASE <database> ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0` makes, then start again; nothing of this revision was applied.""");
        assertThat(database.texts("SELECT outcome FROM migration_history")).containsExactly("failed");
    }
}
