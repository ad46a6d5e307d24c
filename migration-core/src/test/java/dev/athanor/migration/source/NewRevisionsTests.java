package dev.athanor.migration.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.GraphNotation;
import dev.athanor.migration.graph.Revision;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.plan.TestScripts;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.InvalidScriptException;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.template.FileTemplate;
import dev.athanor.migration.template.IdTemplate;
import dev.athanor.migration.template.ScriptTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewRevisionsTests {

    private static final Instant NOW = Instant.parse("2025-10-07T22:50:09.5Z");
    private static final RandomGenerator RANDOM = () -> 0xd382_069d_acefL;

    @TempDir
    private Path home;

    @Test
    void aRevisionRevisesTheHead() {
        WrittenRevision written = revisions().create(directory("a <- b"), RevisionRequest.of("add writing styles"));

        assertThat(written.path())
                .isEqualTo(home.resolve("20251007_225009_d382069dacef_add_writing_styles.sql"))
                .hasContent("""
                        -- add writing styles
                        --
                        -- Revision ID: d382069dacef
                        -- Revises: b
                        -- Create Date: 2025-10-07T22:50:09Z

                        -- @upgrade


                        -- @downgrade

                        """);
        assertThat(new FolderSource(home).read())
                .containsExactly(written.script().file());
    }

    @Test
    void theFirstRevisionIsABase() {
        assertThat(create("", RevisionRequest.of(""))).isEqualTo(revision("d382069dacef"));
        assertThat(home.resolve("20251007_225009_d382069dacef.sql")).exists();
    }

    @Test
    void everyOptionIsFollowed() {
        RevisionRequest request = RevisionRequest.builder("add search")
                .heads("aa11")
                .splice()
                .dependsOn("cc", "lib")
                .branchLabels("search", "find")
                .revisionId("ff66")
                .versionPath(home.toString())
                .statements("CREATE TABLE a ();", "DROP TABLE a;")
                .build();

        Revision revision = create("aa11 <- bb22, cc33, dd44#lib", request);

        assertThat(revision)
                .isEqualTo(new Revision(
                        new RevisionId("ff66"),
                        GraphNotation.ids("aa11"),
                        List.of("cc33", "lib"),
                        List.of("search", "find")));
        assertThat(home.resolve("20251007_225009_ff66_add_search.sql"))
                .content()
                .endsWith("\n-- @upgrade\nCREATE TABLE a ();\n\n-- @downgrade\nDROP TABLE a;\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'a <- b, c', b, b",
        "'a <- b, c', base, ''",
        "'a#x <- b, c', x@head, b",
        "'a <- b, a <- c', heads, 'b c'",
        "aaaa1 <- bbbb2, bbb, bbbb2"
    })
    void headsMayBeAnyTarget(String graph, String head, String downRevisions) {
        Revision revision =
                create(graph, RevisionRequest.builder("add d").heads(head).build());

        assertThat(revision.downRevisions()).isEqualTo(GraphNotation.ids(downRevisions));
    }

    @Test
    void templatesAndTimeZoneAreTheUsers() {
        NewRevisionSettings settings = new NewRevisionSettings(
                List.of(home),
                ScriptTemplate.of(new ScriptFile("t", "-- ${create_date}\n-- Revision ID: ${revision}\n-- @upgrade\n")),
                FileTemplate.of("{year}/{date:yyyyMMdd_HHmm}-{number}_{slug}", 10),
                ZoneId.of("Europe/Berlin"),
                Placeholders.none());

        Path path = new NewRevisions(settings, () -> NOW, RANDOM)
                .create(directory(""), RevisionRequest.of("initial schema of all"))
                .path();

        assertThat(path)
                .isEqualTo(home.resolve("2025/20251008_0050-001_initial.sql"))
                .hasContent("-- 2025-10-08T00:50:09+02:00\n-- Revision ID: d382069dacef\n-- @upgrade\n");
    }

    @Test
    void headsAreMerged() {
        WrittenRevision written = revisions()
                .merge(
                        directory("a <- b, a <- c"),
                        RevisionRequest.builder("").heads("heads").build());

        assertThat(written.path()).isEqualTo(home.resolve("20251007_225009_d382069dacef_merge_b_and_c.sql"));
        assertThat(written.script().message()).isEqualTo("merge b and c");
        assertThat(written.script().revision()).isEqualTo(revision("d382069dacef", "b", "c"));
        assertThat(written.script().downgrade()).isInstanceOf(Downgrade.Reversible.class);
    }

    @Test
    void aMergePointHasTheMessageThatIsGiven() {
        WrittenRevision written = revisions()
                .merge(
                        directory("a <- b, a <- c"),
                        RevisionRequest.builder("join").heads("c", "b").build());

        assertThat(written.script().describe()).isEqualTo("d382069dacef (join)");
        assertThat(written.script().revision()).isEqualTo(revision("d382069dacef", "c", "b"));
    }

    @Test
    void severalHeadsWithoutHeadAreRefusedWithBothWaysOut() {
        assertThatExceptionOfType(TargetException.class)
                .isThrownBy(() -> create("a <- b, a <- c, a <- d", RevisionRequest.of("add e")))
                .withMessage("There are 3 heads, b, c and d: a new revision could revise each of them.\n"
                        + "Merge them first with `migration merge b c d`, or name the one to revise with"
                        + " `migration revision --head b`.");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void manyHeadsAreNamedInShort() {
        refuses(
                "a, b, c, d, e, f, g, h, i, j, k, l",
                RevisionRequest.of("add m"),
                "There are 12 heads, a, b, c, d, e and 7 more: a new revision could revise each of them.",
                "Merge them first with `migration merge heads`, or name the one to revise with"
                        + " `migration revision --head a`.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a <- b         | a    | Revision a is not a head: b revises it. | Revise a head (`migration heads`), or begin a new branch here with --splice.
        a <- b         | x    | No revision or branch label is, or begins with, 'x'. | Look it up with `migration history`; ids of up to three characters must be written in full.
        a <- b, a <- c | head | Two heads, b and c, exist for target 'head'. | Merge them with `migration merge b c`, or name one of them: `migration revision --head b` or `migration revision --head c`.
        """)
    void aHeadThatCannotBeRevisedIsRefused(String graph, String head, String problem, String action) {
        refuses(graph, RevisionRequest.builder("").heads(head).build(), problem, action);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        b    | Revision id b is taken, by db/revisions/b.sql. | Choose another for --rev-id, or leave it out: `migration revision` then makes one.
        lib  | Revision id lib is a branch label already, of revision b. | Choose another for --rev-id, or leave it out: `migration revision` then makes one.
        a-b  | Revision id 'a-b' contains '-'. | Use 1 to 32 letters, digits, '_' or '.'; without --rev-id, `migration revision` makes an id of 12 hex digits.
        head | Revision id 'head' is a word of the target syntax. | Use 1 to 32 letters, digits, '_' or '.'; without --rev-id, `migration revision` makes an id of 12 hex digits.
        ''   | Revision id '' is empty. | Use 1 to 32 letters, digits, '_' or '.'; without --rev-id, `migration revision` makes an id of 12 hex digits.
        aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | Revision id 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' has 33 characters, the version table holds 32. | Use 1 to 32 letters, digits, '_' or '.'; without --rev-id, `migration revision` makes an id of 12 hex digits.
        """)
    void anIdThatCannotBeGivenIsRefused(String id, String problem, String action) {
        refuses("a <- b#lib", RevisionRequest.builder("").revisionId(id).build(), problem, action);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        lib     | Branch label 'lib' is taken, by revision b. | Choose another for --branch-label.
        a       | Branch label 'a' is a revision's id. | Choose another for --branch-label.
        new     | Branch label 'new' is a revision's id. | Choose another for --branch-label.
        x x     | Branch label 'x' is given twice. | Give it once.
        x y,z   | Branch label 'y,z' is not valid. | Use 1 to 32 letters, digits, '_' or '.', and none of the words head, heads, base and current.
        base    | Branch label 'base' is not valid. | Use 1 to 32 letters, digits, '_' or '.', and none of the words head, heads, base and current.
        """)
    void aBranchLabelThatCannotBeGivenIsRefused(String labels, String problem, String action) {
        RevisionRequest request = RevisionRequest.builder("")
                .revisionId("new")
                .branchLabels(labels.split(" "))
                .build();

        refuses("a <- b#lib", request, problem, action);
    }

    @Test
    void aDependencyThatDoesNotExistIsRefused() {
        refuses(
                "a <- b",
                RevisionRequest.builder("").dependsOn("xyz").build(),
                "No revision or branch label is, or begins with, 'xyz'.",
                "Look it up with `migration history`; ids of up to three characters must be written in full.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a <- b         |       | There is nothing to merge. | Nothing needs merging: `migration heads` lists one head.
        a <- b         | heads | There is one revision to merge, b, and a merge point needs two. | Nothing needs merging: `migration heads` lists one head.
        a <- b, a <- c | b b   | There is one revision to merge, b, and a merge point needs two. | Name two heads or more (`migration heads` lists them): `migration merge b c`.
        a <- b, a <- c | b a   | Revision a needs no merging with b, which lies above it on the same line. | Name two heads or more (`migration heads` lists them): `migration merge b c`.
        """)
    void whatNeedsNoMergingIsRefused(String graph, String heads, String problem, String action) {
        RevisionRequest request = RevisionRequest.builder("")
                .heads(heads == null ? new String[0] : heads.split(" "))
                .splice()
                .build();

        assertThatExceptionOfType(NewRevisionException.class)
                .isThrownBy(() -> revisions().merge(directory(graph), request))
                .withMessage(problem + "\n" + action);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void onlyHeadsAreMergedWithoutSplice() {
        assertThatExceptionOfType(TargetException.class)
                .isThrownBy(() -> revisions()
                        .merge(
                                directory("a <- b, c"),
                                RevisionRequest.builder("").heads("a", "c").build()))
                .withMessage("Revision a is not a head: b revises it.\n"
                        + "Merge heads (`migration heads`), or begin a new branch here with --splice.");
    }

    @Test
    void aMessageThatReadsAsAKeyIsRefused() {
        refuses(
                "a <- b",
                RevisionRequest.of("Revises: a"),
                "The message, `Revises: a`, would read as a key of the header, or as the beginning of a section.",
                "Word it differently: no key with a colon, and no @, at the beginning of a line.");
    }

    @Test
    void anUndefinedPlaceholderIsRefusedBeforeTheFileExists() {
        NewRevisionSettings settings = new NewRevisionSettings(
                List.of(home),
                ScriptTemplate.standard(),
                FileTemplate.of("{slug}", 40),
                ZoneId.of("UTC"),
                new Placeholders(Map.of("owner", "app")));
        RevisionRequest request = RevisionRequest.builder("add a")
                .statements("CREATE TABLE ${own}.a ();", "DROP TABLE ${owner}.a;")
                .build();

        assertThatExceptionOfType(InvalidScriptException.class)
                .isThrownBy(() -> new NewRevisions(settings, () -> NOW, RANDOM).create(directory(""), request))
                .withMessage(home + "/add_a.sql:8: Placeholder ${own} is not defined.\n"
                        + "Set migration.placeholders.own, or use one that is defined: owner.");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aFileThatIsThereIsNeverReplaced() throws IOException {
        Path file = Files.writeString(home.resolve("20251007_225009_d382069dacef.sql"), "mine");

        assertThatExceptionOfType(SourceException.class)
                .isThrownBy(() -> create("a", RevisionRequest.of("")))
                .withMessageStartingWith("File " + file + " exists already.\n");
        assertThat(file).hasContent("mine");
    }

    @Test
    void eachBranchStaysInItsFolder() {
        Path main = home.resolve("main");
        Path shop = home.resolve("main/shop");
        NewRevisions revisions =
                new NewRevisions(NewRevisionSettings.in(main, shop), () -> NOW, new SplittableRandom(1));

        RevisionId base = next(revisions, RevisionRequest.builder("base").heads("base"), main);
        RevisionId other =
                next(revisions, RevisionRequest.builder("shop").heads("base").versionPath(shop.toString()), shop);
        next(revisions, RevisionRequest.builder("child").heads(base.value()), main);
        next(revisions, RevisionRequest.builder("shop child").heads(other.value()), shop);
        WrittenRevision merge = revisions.merge(
                revisions.directory(),
                RevisionRequest.builder("").heads("heads").build());

        assertThat(merge.path()).hasParent(main);
        assertThat(revisions.directory().scripts()).hasSize(5);
        assertThat(revisions.directory().graph().heads())
                .containsExactly(merge.script().id());
    }

    @Test
    void idsAreCountedWithTheNumbersOfTheFiles() {
        NewRevisions revisions = numbered("{number}");
        WrittenRevision first = revisions.create(directory(""), RevisionRequest.of("initial schema"));
        WrittenRevision second =
                revisions.create(ScriptDirectory.of(List.of(first.script())), RevisionRequest.of("add sections"));

        assertThat(first.path()).isEqualTo(home.resolve("20251007_2250-001_initial_schema.sql"));
        assertThat(first.script().revision()).isEqualTo(revision("001"));
        assertThat(second.path()).isEqualTo(home.resolve("20251007_2250-002_add_sections.sql"));
        assertThat(second.script().revision()).isEqualTo(revision("002", "001"));
    }

    @Test
    void theHigherNumberOfIdsAndFilesIsFollowed() {
        WrittenRevision written = numbered("v{number}").create(directory("v006 <- v007"), RevisionRequest.of("add a"));

        assertThat(written.path()).isEqualTo(home.resolve("20251007_2250-008_add_a.sql"));
        assertThat(written.script().revision()).isEqualTo(revision("v008", "v007"));
    }

    private NewRevisions numbered(String ids) {
        return new NewRevisions(
                new NewRevisionSettings(
                        List.of(home),
                        ScriptTemplate.standard(),
                        FileTemplate.of("{date:yyyyMMdd_HHmm}-{number}_{slug}", 40),
                        IdTemplate.of(ids),
                        ZoneId.of("UTC"),
                        Placeholders.none()),
                () -> NOW,
                RANDOM);
    }

    @Test
    void twoInOneSecondSortAsTheyFollowEachOther() {
        NewRevisions revisions = new NewRevisions(NewRevisionSettings.in(home), () -> NOW, new SplittableRandom(3));
        WrittenRevision first = revisions.create(directory(""), RevisionRequest.of("b"));
        WrittenRevision second = revisions.create(revisions.directory(), RevisionRequest.of("a"));
        WrittenRevision third = revisions.create(revisions.directory(), RevisionRequest.of("0"));

        assertThat(List.of(first, second, third))
                .extracting(written -> written.path().getFileName().toString().substring(0, 15))
                .containsExactly("20251007_225009", "20251007_225010", "20251007_225011");
    }

    @Test
    void aDateFarInTheFutureIsNotFollowed() {
        WrittenRevision first = new NewRevisions(
                        NewRevisionSettings.in(home), () -> NOW.plusSeconds(3600), new SplittableRandom(3))
                .create(directory(""), RevisionRequest.of("b"));

        WrittenRevision second =
                revisions().create(ScriptDirectory.of(List.of(first.script())), RevisionRequest.of("a"));

        assertThat(second.path()).isEqualTo(home.resolve("20251007_225009_d382069dacef_a.sql"));
    }

    @Test
    void whatTheBuildHasIsRevisedAsItIsInTheFolder() throws IOException {
        NewRevisions revisions = revisions();
        JavaSources none = new JavaSources(home.resolve("nowhere"), "a.b", 40);
        ScriptDirectory built = directory("a <- b, b <- c, x <- y");
        Files.writeString(
                home.resolve("renamed.sql"), "-- Revision ID: c\n-- Revises: x\n-- @upgrade\n-- @downgrade\n");
        Files.writeString(home.resolve("new.sql"), "-- Revision ID: d\n-- Revises: c\n-- @upgrade\n-- @downgrade\n");

        ScriptDirectory all = revisions.directory(built, none);

        assertThat(all.graph().heads()).isEqualTo(GraphNotation.ids("b y d"));
        assertThat(all.script(new RevisionId("c")).file().location()).isEqualTo(home + "/renamed.sql");
    }

    @Test
    void twoFilesOfTheFolderWithOneIdAreRefused() throws IOException {
        Files.writeString(home.resolve("1.sql"), "-- Revision ID: b\n-- Revises: a\n-- @upgrade\n-- @downgrade\n");
        Files.writeString(home.resolve("2.sql"), "-- Revision ID: b\n-- Revises: a\n-- @upgrade\n-- @downgrade\n");

        assertThatExceptionOfType(InvalidScriptException.class)
                .isThrownBy(() ->
                        revisions().directory(directory("a <- b"), new JavaSources(home.resolve("nowhere"), "a.b", 40)))
                .withMessageStartingWith(home + "/2.sql:1: Revision ID b is that of several scripts: " + home
                        + "/1.sql, " + home + "/2.sql.");
    }

    private static RevisionId next(NewRevisions revisions, RevisionRequest.Builder request, Path folder) {
        WrittenRevision written = revisions.create(revisions.directory(), request.build());
        assertThat(written.path()).hasParent(folder);
        return written.script().id();
    }

    @Test
    void aSourceHasAFolder() {
        assertThatExceptionOfType(NewRevisionException.class)
                .isThrownBy(NewRevisionSettings::in)
                .withMessage("There is no folder for new revisions.\n"
                        + "Name one in `migration.directory`, such as src/main/resources/db/revisions.");
    }

    private void refuses(String graph, RevisionRequest request, String problem, String action) {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> create(graph, request))
                .withMessage(problem + "\n" + action);
        assertThat(home).isEmptyDirectory();
    }

    private Revision create(String graph, RevisionRequest request) {
        return revisions().create(directory(graph), request).script().revision();
    }

    private NewRevisions revisions() {
        return new NewRevisions(NewRevisionSettings.in(home), () -> NOW, RANDOM);
    }

    private static ScriptDirectory directory(String graph) {
        return graph.isEmpty() ? ScriptDirectory.of(List.of()) : TestScripts.directory(graph);
    }

    private static Revision revision(String id, String... downRevisions) {
        return new Revision(
                new RevisionId(id), GraphNotation.ids(String.join(" ", downRevisions)), List.of(), List.of());
    }
}
