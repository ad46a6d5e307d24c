package dev.athanor.migration.autoconfigure.actuate.page;

import static dev.athanor.migration.autoconfigure.actuate.page.Node.element;
import static dev.athanor.migration.autoconfigure.actuate.page.Node.styled;

import dev.athanor.migration.autoconfigure.actuate.page.Node.Element;
import dev.athanor.migration.autoconfigure.actuate.page.Node.Ours;
import dev.athanor.migration.autoconfigure.actuate.page.Node.Several;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.MigrationStatus.AppliedRevision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an HTML document that loads nothing else. */
public final class MigrationsPage {

    private static final String SEPARATOR = " \u00B7 ";

    /** Lists the styles of states, the worst last. */
    private static final List<String> WORST = List.of("good", "info", "warn", "bad");

    private static final String POLICY = "default-src 'none'; style-src " + Asset.STYLE.hash() + "; script-src "
            + Asset.SCRIPT.hash() + "; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

    private final ApplicationView application;

    /** Creates the pages of an application. */
    public MigrationsPage(ApplicationView application) {
        this.application = application;
    }

    /** Returns the page with the state of each database, its graph and its history. */
    public String overview(List<DatabaseView> databases) {
        List<Node> sections = new ArrayList<>();
        databases.forEach(view -> sections.add(section(view, databases.size() > 1)));
        boolean live = databases.stream().anyMatch(view -> live(view.status()));
        return document(title(databases), element("main", new Several(sections)).with("data-live", live));
    }

    /** Returns the page of one revision with its SQL. */
    public String revision(RevisionScript script, @Nullable AppliedRevision applied, @Nullable Proof proof) {
        Element back = element("p", element("a", "All revisions").with("href", "?"));
        Element main = element("main", back, new RevisionArticle(script, applied, proof).node());
        return document(script.id() + SEPARATOR + String.join(SEPARATOR, titleEnd(List.of())), main);
    }

    /** Returns the page for a revision that does not exist. */
    public String unknown(String revision) {
        Element back = element("p", element("a", "All revisions").with("href", "?"));
        Element nothing = element("article", element("h2", "No revision " + revision));
        return document(String.join(SEPARATOR, titleEnd(List.of())), element("main", back, nothing));
    }

    /** Returns the title of the tab: the state, or the worst of several, then which application and environment it is. */
    private String title(List<DatabaseView> databases) {
        List<String> parts = new ArrayList<>();
        databases.stream()
                .map(view -> view.status().state())
                .max(Comparator.comparing(Words::style, Comparator.comparingInt(WORST::indexOf)))
                .ifPresent(state -> parts.add(Words.of(state)));
        parts.addAll(titleEnd(databases));
        return String.join(SEPARATOR, parts);
    }

    private List<String> titleEnd(List<DatabaseView> databases) {
        List<String> parts = new ArrayList<>();
        if (databases.size() == 1) {
            String database = databases.get(0).status().place().database();
            if (database != null) {
                parts.add(database);
            }
        }
        parts.add(application.title());
        if (application.application().name() != null) {
            parts.add("Migrations");
        }
        return parts;
    }

    private static boolean live(MigrationStatus status) {
        return status.running().isPresent() || status.lockHolder().isPresent();
    }

    private Node section(DatabaseView view, boolean named) {
        List<Node> parts = new ArrayList<>();
        if (named) {
            parts.add(styled("h2", "database", view.status().database()));
        }
        parts.add(new SummarySection(view, upgrade(view, named)).node());
        parts.add(element("h3", "Revisions"));
        parts.add(new GraphSection(view).node());
        parts.add(element("h3", "History"));
        parts.add(new HistorySection(view.status().history()).node());
        return styled("section", "database", new Several(parts));
    }

    /** Returns the command that applies what is pending. */
    private String upgrade(DatabaseView view, boolean named) {
        List<String> words = new ArrayList<>(List.of("upgrade"));
        words.addAll(List.of(view.status().target().split(" ")));
        if (named) {
            words.add("--database=" + view.status().database());
        }
        return application.command(words);
    }

    private String document(String title, Node main) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n");
        element("html", head(title), element("body", header(), main, dialog(), script()))
                .with("lang", "en")
                .write(html);
        return html.append('\n').toString();
    }

    private static Node head(String title) {
        return element(
                "head",
                element("meta").with("charset", "utf-8"),
                element("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY),
                element("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                element("meta").with("name", "color-scheme").with("content", "light dark"),
                element("meta").with("name", "robots").with("content", "noindex"),
                element("link").with("rel", "icon").with("href", "data:,"),
                element("title", title),
                element("style", new Ours(Asset.STYLE.text())));
    }

    private Node header() {
        Element find = element("input")
                .with("type", "search")
                .with("id", "find")
                .with("placeholder", "Find a revision")
                .with("aria-label", "Find a revision: id, message or label")
                .with("hidden", "hidden");
        Element seen = styled("p", "seen", "As of ", Words.time(Instant.now()), " UTC");
        Element announced = styled("p", "announced").with("role", "status");
        List<Node> whose = new ArrayList<>();
        application.parts().forEach(part -> whose.add(element("span", part)));
        Element of = styled("p", "application", new Several(whose));
        return element("header", element("h1", "Migrations"), of, find, seen, announced);
    }

    private static Node dialog() {
        Element close = styled("button", "close", "Close").with("type", "button");
        return element("dialog", close, styled("div", "content")).with("aria-label", "Revision");
    }

    private static Node script() {
        return element("script", new Ours(Asset.SCRIPT.text()));
    }
}
