package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.source.FolderSource;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The page as a person sees it: one application that lives through every state, one browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PageIT {

    private static final Path SHOTS = Path.of("target", "page");
    private static final String SLOW = revision(
                    "5105105105aa",
                    "e5207bc81f96",
                    "index <b>large</b> & slow tables",
                    """
            CREATE FUNCTION slow(x int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS
              'BEGIN WHILE NOT pg_try_advisory_lock_shared(4711) LOOP PERFORM pg_sleep(0.05); END LOOP; RETURN x; END';
            CREATE TABLE large AS SELECT generate_series(1, 500) AS x;
            CREATE INDEX large_x ON large (slow(x));""",
                    "DROP TABLE large; DROP FUNCTION slow;")
            .replace("@upgrade", "@upgrade transaction=none");
    private static final String FAILING = revision(
            "fa11ed000001",
            "5105105105aa",
            "needs what is not there",
            "INSERT INTO needed VALUES (1);",
            "DELETE FROM needed;");
    private static final String NEWER =
            revision("ae0000000001", "fa11ed000001", "of a newer release", "SELECT 1;", "SELECT 2;");

    @TempDir
    private static Path folder;

    @TempDir
    private static Path profile;

    private static TestDatabase database;
    private static ConfigurableApplicationContext application;
    private static Browser browser;
    private static final List<String> own = new ArrayList<>(List.of("data:"));

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Browser.installed(), "No Chromium with its driver on this machine: the page is not looked at");
        database = PostgresServer.get().createDatabase("page");
        copyTheDemosRevisions();
        Files.writeString(folder.resolve("slow.sql"), SLOW);
        Files.writeString(folder.resolve("failing.sql"), FAILING);
        application = SpringApplication.run(
                DemoApplication.class,
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.application.version=1.4.0",
                "--migration.locations=file:" + folder,
                "--migration.java-packages=",
                "--migration.auto-upgrade=false",
                "--migration.status-cache=50ms",
                "--management.endpoint.migrations.access=unrestricted");
        own.add(address());
        browser = Browser.start(profile);
    }

    /** Those in SQL below the first one in Java. */
    private static void copyTheDemosRevisions() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "db", "revisions"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().compareTo("202511") < 0)
                    .toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private static String revision(String id, String revises, String message, String upgrade, String downgrade) {
        return "-- %s\n--\n-- Revision ID: %s\n-- Revises: %s\n\n-- @upgrade\n%s\n\n-- @downgrade\n%s\n"
                .formatted(message, id, revises, upgrade, downgrade);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            application.close();
            PostgresServer.get().dropDatabase(database);
        }
    }

    @AfterEach
    void nothingIsComplainedAboutAndNobodyElseIsAsked() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).allMatch(url -> own.stream().anyMatch(url::startsWith));
    }

    @Test
    @Order(1)
    void pending() throws Exception {
        open("");

        assertThat(banner()).startsWith("\u2026Pending").contains("12 revisions are pending: 4f6b0c2d8a17, ");
        assertThat(texts(".rows .chip.pending")).hasSize(12);
        shoot("pending");
    }

    @Test
    @Order(2)
    void running() throws Exception {
        try (Connection gate = database.dataSource().getConnection();
                Statement closed = gate.createStatement()) {
            closed.execute("SELECT pg_advisory_lock(4711)");
            assertThat(post("upgrade", "{\"target\": \"5105105105aa\"}")).isEqualTo(202);

            open("");
            waitFor("document.querySelector('.panel')?.textContent.includes('Statement 3 of 3')");

            assertThat(banner()).startsWith("\u25B6Running").contains("Running upgrade 5105105105aa");
            assertThat(texts(".panel .of")).first().asString().matches("Step \\d+ of 11");
            assertThat(texts(".panel .of").get(1)).matches("Index.*: building index.*");
            assertThat(texts(".rows li.running .message")).containsExactly("index <b>large</b> & slow tables");
            shoot("running");
        }
        waitFor("document.querySelector('.badge').textContent.includes('Pending')");
    }

    @Test
    @Order(3)
    void failed() throws Exception {
        assertThat(post("upgrade", "{}")).isEqualTo(202);

        waitFor("document.querySelector('.badge').textContent.includes('Failed')");

        assertThat(banner()).contains("relation \"needed\" does not exist");
        assertThat(texts(".rows .chip.failed")).containsExactly("failed");
        shoot("failed");
    }

    @Test
    @Order(4)
    void atHead() throws Exception {
        database.execute("CREATE TABLE needed (x int)");
        assertThat(post("upgrade", "{}")).isEqualTo(202);

        waitFor("document.querySelector('.badge').textContent.includes('At head')");
        waitFor("document.querySelector('.announced').textContent.includes('At head')");

        assertThat(texts(".seen")).singleElement().asString().startsWith("As of ");

        assertThat(banner()).isEqualTo("\u2713At head\nThe schema is at fa11ed000001, nothing is pending.");
        assertThat(texts(".rows .chip.current")).containsExactly("current");
        assertThat(texts(".rows .chip.head")).containsExactly("head");
        shoot("at-head");
        browser.ask(Boolean.class, "document.querySelector('table').scrollIntoView(); return true");
        shoot("history");
    }

    @Test
    @Order(5)
    void theSqlOfARevisionByKeyboard() throws Exception {
        open("");
        browser.ask(Boolean.class, "document.querySelector('a.id').focus(); return true");
        type(Keys.ARROW_DOWN);
        type(Keys.ENTER);
        waitFor("document.querySelector('dialog').open");

        assertThat(texts("dialog h2")).containsExactly("5105105105aa index <b>large</b> & slow tables");
        assertThat(texts("dialog .sql").get(0)).contains("CREATE INDEX large_x ON large (slow(x));");
        shoot("revision");
        type(Keys.ESCAPE);
        waitFor("!document.querySelector('dialog').open");
        assertThat(browser.ask(String.class, "return document.activeElement.dataset.revision"))
                .isEqualTo("5105105105aa");
    }

    @Test
    @Order(6)
    void theSearchGoesToARevision() throws Exception {
        open("");
        type("/");
        type("digital seals");

        assertThat(texts(".rows li.found .id")).containsExactly("62c7a0d94f1e");
        type("xyz");
        assertThat(texts(".rows li.found")).isEmpty();
    }

    @Test
    @Order(7)
    void everyPartCanBeReachedByKeyboardAndIsSeenToHaveTheFocus() throws Exception {
        open("");
        List<?> unreachable = browser.list("""
                return [...document.querySelectorAll('a, button, summary, input')]
                    .filter(part => part.checkVisibility() && part.tabIndex < 0).map(part => part.outerHTML)""");
        assertThat(unreachable).isEmpty();

        type(Keys.TAB);
        type(Keys.TAB);

        assertThat(browser.ask(String.class, "return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }

    @Test
    @Order(8)
    void aHistoryOfThreeThousandRevisionsIsFoldedAndQuick() throws Exception {
        try (LongHistory history = LongHistory.serve(3_000)) {
            own.add(history.address());
            browser.look(1280, 900, "light");
            browser.driver().get(history.address());

            assertThat(texts("summary")).contains("Show 2,900 older revisions");
            assertThat(browser.ask(
                            Long.class,
                            "return Math.round(performance.timing.domInteractive"
                                    + " - performance.timing.responseEnd)"))
                    .isLessThan(3_000);
            shoot("long");
            type("/");
            type("r0007");
            assertThat(texts(".rows li.found .id")).containsExactly("r0007");
        }
    }

    @Test
    @Order(9)
    void ahead() throws Exception {
        open("");
        Files.writeString(folder.resolve("newer.sql"), NEWER);
        Migrations.builder(database.dataSource())
                .source(new FolderSource(folder))
                .build()
                .upgrade();

        waitFor("document.querySelector('.badge').textContent.includes('Ahead')");

        assertThat(texts(".rows .chip.newer")).containsExactly("newer");
        shoot("ahead");
    }

    @Test
    @Order(10)
    void withoutAnAnswerItSaysSo() throws Exception {
        browser.driver().executeCdpCommand("Network.enable", Map.of());
        browser.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of("offline", true, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
        waitFor("document.querySelector('.seen').classList.contains('lost')");
        browser.driver()
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of("offline", false, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
        assertThat(browser.complaints()).allMatch(line -> line.contains("ERR_INTERNET_DISCONNECTED"));
    }

    private static String address() {
        return "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
    }

    private static void open(String query) {
        browser.look(1280, 900, "light");
        browser.driver().get(address() + "/actuator/migrations" + query);
    }

    private static String banner() {
        return browser.driver().findElement(By.cssSelector(".banner")).getText();
    }

    private static List<String> texts(String selector) {
        return browser.driver().findElements(By.cssSelector(selector)).stream()
                .map(element -> String.valueOf(element.getDomProperty("textContent")))
                .toList();
    }

    private static void type(CharSequence keys) {
        browser.driver().switchTo().activeElement().sendKeys(keys);
    }

    private static void waitFor(String condition) throws InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!browser.ask(Boolean.class, "return !!(" + condition + ")")) {
            assertThat(System.nanoTime())
                    .as(() -> condition + " of " + texts("main"))
                    .isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    /** In both colours, on a screen and on a phone: readable, and nothing wider than the window. */
    private static void shoot(String name) throws IOException {
        for (String scheme : List.of("light", "dark")) {
            look(name, "desk", 1280, 900, scheme);
            look(name, "phone", 390, 844, scheme);
        }
        browser.look(1280, 900, "light");
    }

    private static void look(String name, String device, int width, int height, String scheme) throws IOException {
        browser.look(width, height, scheme);
        browser.screenshot(SHOTS.resolve(name + "-" + device + "-" + scheme + ".png"));
        assertThat(browser.ask(Long.class, "return document.documentElement.scrollWidth"))
                .as("width of %s on a %s", name, device)
                .isLessThanOrEqualTo(width);
        assertThat(browser.list(Contrast.TOO_LITTLE))
                .as("contrast of %s on a %s, %s", name, device, scheme)
                .isEmpty();
    }

    private static int post(String command, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/actuator/migrations/" + command))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }
}
