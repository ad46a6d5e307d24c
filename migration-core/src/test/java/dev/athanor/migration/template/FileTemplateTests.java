package dev.athanor.migration.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTemplateTests {

    @Test
    void theStandardNameHasDateIdAndSlug() {
        assertThat(FileTemplate.standard().fileName(draft("d382069dacef", "add writing styles"), List.of()))
                .isEqualTo("20251007_105009_d382069dacef_add_writing_styles.sql");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
        {date:yyyyMMdd_HHmm}-{number}_{slug}                   | 20251007_1050-001_initial_schema.sql
        {date:yyyyMMdd_HHmm}-{number}_{slug}.sql               | 20251007_1050-001_initial_schema.sql
        {rev}_{slug}                                           | ae10_initial_schema.sql
        {year}{month}{day}_{hour}{minute}{second}_{slug}       | 20251007_105009_initial_schema.sql
        {epoch}_{slug}                                         | 1759827009_initial_schema.sql
        {date:yyyy-MM-dd'T'HH.mm}_{rev}                        | 2025-10-07T10.50_ae10.sql
        {date:yyyy/MM}/{date:dd}_{slug}                        | 2025/10/07_initial_schema.sql
        {year}/{slug}/{rev}                                    | 2025/initial_schema/ae10.sql
        V{number}__{slug}                                      | V001__initial_schema.sql
        revision {rev}                                         | revision ae10.sql
        """)
    void tokensAreReplaced(String template, String name) {
        assertThat(of(template).fileName(draft("ae10", "initial schema"), List.of()))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
        {date:yyyyMMdd}_{rev}_{slug}   | 20251007_ae10.sql
        {slug}_{rev}                   | ae10.sql
        {slug}/{rev}                   | ae10.sql
        {year}/{slug}                  | 2025.sql
        {slug}                         | ae10.sql
        {number}-{slug}                | 001.sql
        """)
    void withoutASlugNoSeparatorIsLeft(String template, String name) {
        assertThat(of(template).fileName(draft("ae10", "日本"), List.of())).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        '', 001
        20251007_1050-001_a.sql, 002
        db/revisions/20251007_1050-007_a.sql db/revisions/20241007_1050-003_b.sql, 008
        20251007_1050-007.sql, 008
        20251007_1050-999_a.sql, 1000
        20251007_1050-1000_a.SQL, 1001
        20251007_1050_d382069dacef_a.sql 20251007_1050-12_a.sql 20251007_1050-012.txt, 001
        20251007_1050-9999999999_a.sql 100_20251007_1050-012_a.sql, 001
        """)
    void numbersFollowTheHighestOneThatTheTemplateHasGiven(String files, String number) {
        String name =
                of("{date:yyyyMMdd_HHmm}-{number}_{slug}").fileName(draft("ae10", "add a"), List.of(files.split(" ")));

        assertThat(name).isEqualTo("20251007_1050-" + number + "_add_a.sql");
    }

    @Test
    void numbersAreFoundWhereverTheyStand() {
        assertThat(of("{number}").fileName(draft("ae10", "add a"), List.of("db/004.sql")))
                .isEqualTo("005.sql");
        assertThat(of("{slug}_{number}").fileName(draft("ae10", "add a"), List.of("add_a_2_004.sql", "005.sql")))
                .isEqualTo("add_a_006.sql");
        assertThat(of("{year}/{number}_{rev}").fileName(draft("ae10", ""), List.of("x/2024/004_ü.sql")))
                .isEqualTo("2025/005_ae10.sql");
    }

    @ParameterizedTest
    @CsvSource({"con, _con.sql", "LPT1, _lpt1.sql", "console, console.sql", "../../etc/passwd, etc_passwd.sql"})
    void namesSuitEveryFileSystem(String message, String name) {
        assertThat(of("{slug}").fileName(draft("ae10", message), List.of())).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"'..', __.sql", ".hidden, _hidden.sql", "1.2, 1_2.sql", "Größe, Größe.sql"})
    void dotsOfAnIdMakeNoHiddenFilesAndNoOtherFolders(String id, String name) {
        assertThat(of("{rev}").fileName(draft(id, "add a"), List.of())).isEqualTo(name);
    }

    @Test
    void onlyTheFirstLineOfAMessageNamesAFile() {
        assertThat(of("{slug}").fileName(draft("ae10", "\n add a\n\nbecause of b"), List.of()))
                .isEqualTo("add_a.sql");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        {id}_{slug}         | has an unknown token {id}. | Write one of {date:yyyyMMdd_HHmm}, {year}, {month}, {day}, {hour}, {minute}, {second}, {epoch}, {rev}, {slug} and {number}.
        {}                  | has an unknown token {}. | Write one of {date:yyyyMMdd_HHmm}, {year}, {month}, {day}, {hour}, {minute}, {second}, {epoch}, {rev}, {slug} and {number}.
        revision            | would give every file the same name. | Write tokens into it: {date:yyyyMMdd_HHmm}, {year}, {month}, {day}, {hour}, {minute}, {second}, {epoch}, {rev}, {slug} and {number}.
        ""                  | would give every file the same name. | Write tokens into it: {date:yyyyMMdd_HHmm}, {year}, {month}, {day}, {hour}, {minute}, {second}, {epoch}, {rev}, {slug} and {number}.
        %%(rev)s_%(month).2d | is written as for Alembic. | Write `{rev}_{month}`.
        {date:MMMM}_{rev}   | has a date {date:MMMM} that cannot be used. | Write it with yyyy, yy, MM, dd, HH, mm and ss, and '-', '_', '.', '/' or 'T' in quotes between them, such as {date:yyyyMMdd_HHmm}.
        {date:HH:mm}        | has a date {date:HH:mm} that cannot be used. | Write it with yyyy, yy, MM, dd, HH, mm and ss, and '-', '_', '.', '/' or 'T' in quotes between them, such as {date:yyyyMMdd_HHmm}.
        {date:}             | has a date {date:} that cannot be used. | Write it with yyyy, yy, MM, dd, HH, mm and ss, and '-', '_', '.', '/' or 'T' in quotes between them, such as {date:yyyyMMdd_HHmm}.
        {rev}:{slug}        | contains ':', which file names cannot have everywhere. | Use letters, digits, '-', '_' and '.' around the tokens, and '/' between folders.
        a\\{rev}            | contains '\\', which file names cannot have everywhere. | Use letters, digits, '-', '_' and '.' around the tokens, and '/' between folders.
        ${rev}              | contains '$', which file names cannot have everywhere. | Use letters, digits, '-', '_' and '.' around the tokens, and '/' between folders.
        {rev}_{slug         | contains '{', which file names cannot have everywhere. | Use letters, digits, '-', '_' and '.' around the tokens, and '/' between folders.
        /{rev}              | makes a folder or file without a name, or one that begins or ends with a dot. | Write a path below the folder of the revisions, such as {year}/{date:yyyyMMdd_HHmmss}_{rev}_{slug}.
        ../{rev}            | makes a folder or file without a name, or one that begins or ends with a dot. | Write a path below the folder of the revisions, such as {year}/{date:yyyyMMdd_HHmmss}_{rev}_{slug}.
        {rev}/              | makes a folder or file without a name, or one that begins or ends with a dot. | Write a path below the folder of the revisions, such as {year}/{date:yyyyMMdd_HHmmss}_{rev}_{slug}.
        .{rev}              | makes a folder or file without a name, or one that begins or ends with a dot. | Write a path below the folder of the revisions, such as {year}/{date:yyyyMMdd_HHmmss}_{rev}_{slug}.
        {date:.yyyy}        | makes a folder or file without a name, or one that begins or ends with a dot. | Write a path below the folder of the revisions, such as {year}/{date:yyyyMMdd_HHmmss}_{rev}_{slug}.
        {date:yyyy/..}{rev} | makes a folder or file without a name, or one that begins or ends with a dot. | Write a path below the folder of the revisions, such as {year}/{date:yyyyMMdd_HHmmss}_{rev}_{slug}.
        """)
    void aTemplateThatCannotBeUsedIsRefused(String template, String what, String action) {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> of(template))
                .withMessage("File template '" + template + "' " + what + "\n" + action);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "151"})
    void aSlugLengthOutOfRangeIsRefused(int length) {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> FileTemplate.of("{slug}", length))
                .withMessage("Slugs of " + length + " characters are not possible.\n"
                        + "Give a length from 1 to 150; 40 is usual.");
    }

    private static FileTemplate of(String template) {
        return FileTemplate.of(template, FileTemplate.SLUG_LENGTH);
    }

    private static RevisionDraft draft(String id, String message) {
        Revision revision = new Revision(new RevisionId(id), List.of(), List.of(), List.of());
        return new RevisionDraft(revision, message, OffsetDateTime.parse("2025-10-07T10:50:09.9+02:00"), "", "");
    }
}
