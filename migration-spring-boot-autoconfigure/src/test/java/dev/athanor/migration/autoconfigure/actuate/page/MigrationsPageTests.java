package dev.athanor.migration.autoconfigure.actuate.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.autoconfigure.json.ApplicationDescriptor;
import dev.athanor.migration.autoconfigure.lint.LintReports;
import dev.athanor.migration.graph.CurrentHeads;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.script.Placeholders;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.script.ScriptDirectory;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.MigrationStatus.AppliedRevision;
import dev.athanor.migration.status.MigrationStatus.State;
import java.io.File;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsPageTests {

    private static final String EVIL = "\"><script>alert('1')</script>&amp;";

    @Test
    void nothingOfAnybodysBecomesMarkup() {
        RevisionScript script = script("a1", "", EVIL);
        String page = page().overview(List.of(view(status(EVIL, List.of()), List.of(script))));
        String article = page().revision(script, null, Proof.PROVEN);

        assertThat(page).doesNotContain("<script>alert").contains("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)");
        assertThat(article).contains("<dt>Downgrade</dt><dd>proven</dd>");
        assertThat(article).doesNotContain("<script>alert").contains("&lt;/script&gt;&amp;amp;");
        assertThat(page().unknown(EVIL)).doesNotContain("<script>alert");
    }

    @Test
    void aDowngradeWithoutStatementsIsSaidInWords() {
        assertThat(downgrade("-- @downgrade nothing\n"))
                .contains("Nothing to take back: the upgrade leaves the schema as it is.");
        assertThat(downgrade("-- @downgrade\nCOMMIT;\n"))
                .contains(
                        "Cannot be read: a1.sql:5: `COMMIT` controls the transaction in which the whole section runs.");
        assertThat(downgrade("-- @downgrade irreversible\n")).contains("None: this revision cannot be taken back.");
    }

    private static String downgrade(String section) {
        String text = "-- Revision ID: a1\n\n-- @upgrade\n" + section;
        RevisionScript script = ScriptDirectory.parse(List.of(new ScriptFile("a1.sql", text)), Placeholders.none())
                .scripts()
                .get(0);
        return page().revision(script, null, null);
    }

    @Test
    void thePolicyAllowsItsOwnStyleAndScriptOnly() throws Exception {
        String page = page().overview(List.of(view(status("fine", List.of()), List.of())));

        String style = inside(page, "style");
        String script = inside(page, "script");

        assertThat(page)
                .contains(
                        "content=\"default-src &#39;none&#39;; style-src &#39;" + hash(style)
                                + "&#39;; script-src &#39;" + hash(script)
                                + "&#39;; img-src data:; connect-src &#39;self&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\"")
                .doesNotContain(" style=")
                .doesNotContainPattern("\\son\\w+=");
        assertThat(page.replace("content-security-policy", "")).doesNotContainPattern("(src|href)=\"(https?:|//)");
    }

    @Test
    void whatOnlyANewerReleaseHasIsDrawnWithTheOthers() {
        List<AppliedRevision> applied =
                List.of(applied("a1", List.of(), true), applied("b2", List.of(new RevisionId("a1")), false));

        String page = page().overview(List.of(view(status("ahead", applied), List.of(script("a1", "", "first")))));

        assertThat(page)
                .contains("<g class=\"diamond lane-0\">", "<g class=\"dot lane-0\">")
                .contains("<span class=\"chip newer\">newer</span>");
    }

    @Test
    void aPendingRevisionShowsItsWorstFindingAndAnAppliedOneNone() {
        List<AppliedRevision> applied = List.of(applied("a1", List.of(), true));
        List<RevisionScript> scripts = List.of(script("a1", "", "first"));
        String mark =
                "<span class=\"chip lint-error\" title=\"ACCESS EXCLUSIVE on orders: 100% of it is &quot;written&quot;"
                        + " anew. The table has about 41 million rows in 18 GB; this takes about 7 minutes.\">error: rewrite</span>";

        String pending = page().overview(List.of(linted(status("pending", List.of()), scripts)));
        String done = page().overview(List.of(linted(status("done", applied), scripts)));

        assertThat(pending).contains(mark);
        assertThat(done).doesNotContain("error: rewrite");
    }

    @Test
    void olderRevisionsAreFolded() {
        List<RevisionScript> scripts = ScriptDirectory.parse(
                        java.util.stream.IntStream.range(0, 300)
                                .mapToObj(number -> file("r" + number, number == 0 ? "" : "r" + (number - 1), "m"))
                                .toList(),
                        Placeholders.none())
                .scripts();

        String page = page().overview(List.of(view(status("fine", List.of()), scripts)));

        assertThat(page).contains("<details class=\"older\"><summary>Show 200 older revisions</summary>");
        assertThat(page.indexOf(">r200</a>")).isPositive().isLessThan(page.indexOf("<details"));
        assertThat(page.indexOf(">r199</a>")).isGreaterThan(page.indexOf("<details"));
    }

    @Test
    void severalDatabasesHaveASectionEach() {
        DatabaseView view = view(status("fine", List.of()), List.of(script("a1", "", "first")));

        String page = page().overview(List.of(view, view));

        assertThat(page)
                .contains("<title>At head \u00B7 shop (prod) \u00B7 Migrations</title>")
                .containsPattern("(?s)<h2 class=\"database\">default</h2>.*<h2 class=\"database\">default</h2>")
                .contains("href=\"?database=default&amp;revision=a1\"");
    }

    @Test
    void withoutScriptsTheStateIsStillShown() {
        String page = page().overview(List.of(view(status("cannot be read", List.of()), List.of())));

        assertThat(page)
                .contains("<p class=\"sentence\">cannot be read</p>")
                .contains("This build has no revisions.", "Nothing is recorded.");
    }

    @Test
    void theTopSaysWhichApplicationAndDatabaseItIs() {
        String page = page().overview(List.of(view(status("fine", List.of()), List.of())));

        assertThat(page)
                .contains("<title>At head \u00B7 orders \u00B7 shop (prod) \u00B7 Migrations</title>")
                .contains("<p class=\"application\"><span>shop</span><span>prod</span><span>1.4.2</span></p>")
                .contains("<dt>Database</dt><dd>orders</dd>")
                .contains("<dt>Host</dt><dd>db.internal:5432</dd>")
                .contains("<dt>Schema</dt><dd>public</dd>");
    }

    @Test
    void anApplicationWithoutANameHasAPlainTitle() {
        ApplicationView nameless = new ApplicationView(new ApplicationDescriptor(null, List.of(), null), null);

        assertThat(new MigrationsPage(nameless).unknown("x")).contains("<title>Migrations</title>");
    }

    @Test
    void theCommandIsTypedAsTheApplicationRuns(@TempDir Path folder) {
        ApplicationDescriptor shop = new ApplicationDescriptor("shop", List.of(), null);
        List<String> words = List.of("upgrade", "heads", "--database=it's");

        assertThat(new ApplicationView(shop, null).command(words))
                .isEqualTo("migration upgrade heads '--database=it'\\''s'");
        assertThat(new ApplicationView(shop, new File("shop 1.jar")).command(List.of("upgrade", "heads")))
                .isEqualTo("java -jar 'shop 1.jar' migration upgrade heads");
        assertThat(new ApplicationView(shop, folder.toFile()).command(List.of("upgrade", "heads")))
                .isEqualTo("./mvnw spring-boot:run -Dspring-boot.run.arguments=\"migration upgrade heads\"");
    }

    private static MigrationsPage page() {
        return new MigrationsPage(
                new ApplicationView(new ApplicationDescriptor("shop", List.of("prod"), "1.4.2"), new File("shop.jar")));
    }

    private static DatabaseView linted(MigrationStatus status, List<RevisionScript> scripts) {
        return new DatabaseView(status, scripts, null, Optional.of(LintReports.every()));
    }

    private static DatabaseView view(MigrationStatus status, List<RevisionScript> scripts) {
        return new DatabaseView(status, scripts, null, Optional.empty());
    }

    private static RevisionScript script(String id, String revises, String message) {
        return ScriptDirectory.parse(List.of(file(id, revises, message)), Placeholders.none())
                .scripts()
                .get(0);
    }

    private static ScriptFile file(String id, String revises, String message) {
        return new ScriptFile(
                id + ".sql",
                "-- " + message + "\n--\n-- Revision ID: " + id + "\n-- Revises: " + revises
                        + "\n\n-- @upgrade\nSELECT '" + message.replace("'", "''")
                        + "';\n\n-- @downgrade\nSELECT 1;\n");
    }

    private static AppliedRevision applied(String id, List<RevisionId> revises, boolean known) {
        return new AppliedRevision(new RevisionId(id), id, revises, known, null, null, null, null, null);
    }

    private static MigrationStatus status(String summary, List<AppliedRevision> applied) {
        return new MigrationStatus(
                "default",
                new MigrationStatus.Place("db.internal:5432", "orders", "public"),
                State.AT_HEAD,
                summary,
                summary,
                CurrentHeads.NONE,
                "heads",
                CurrentHeads.NONE,
                List.of(),
                applied,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static String inside(String page, String element) {
        Matcher matcher = Pattern.compile("<" + element + ">(.*?)</" + element + ">", Pattern.DOTALL)
                .matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String hash(String text) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
