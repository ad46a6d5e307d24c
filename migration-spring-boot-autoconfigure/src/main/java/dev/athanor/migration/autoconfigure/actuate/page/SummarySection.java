package dev.athanor.migration.autoconfigure.actuate.page;

import static dev.athanor.migration.autoconfigure.actuate.page.Node.element;
import static dev.athanor.migration.autoconfigure.actuate.page.Node.styled;

import dev.athanor.migration.autoconfigure.actuate.page.Node.Several;
import dev.athanor.migration.autoconfigure.actuate.page.Node.Text;
import dev.athanor.migration.status.MigrationStatus;
import dev.athanor.migration.status.MigrationStatus.LastRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the state in one sentence, the next action, and the facts behind the state. */
record SummarySection(DatabaseView view, String upgrade) {

    Node node() {
        List<Node> parts = new ArrayList<>();
        parts.add(banner());
        view.status().running().ifPresent(run -> parts.add(new RunningPanel(run).node()));
        parts.add(facts());
        return new Several(parts);
    }

    private Node banner() {
        MigrationStatus status = view.status();
        List<Node> words = new ArrayList<>();
        words.add(styled("p", "sentence", status.summary()));
        if (!status.action().isEmpty()) {
            words.add(styled("p", "action", status.action()));
        }
        if (status.state() == MigrationStatus.State.PENDING
                && status.lockHolder().isEmpty()) {
            words.add(styled("p", "command", element("code", upgrade), copyButton()));
        }
        Node sign = styled("span", "sign", Words.sign(status.state())).with("aria-hidden", "true");
        Node badge = styled("p", "badge", sign, Words.of(status.state()));
        return styled(
                "div", "banner " + Words.style(status.state()), badge, styled("div", "words", new Several(words)));
    }

    /** Creates the button, which the script shows; without the script it would do nothing. */
    private static Node copyButton() {
        return styled("button", "copy", "Copy").with("type", "button").with("hidden", "hidden");
    }

    private Node facts() {
        MigrationStatus status = view.status();
        List<Node> facts = new ArrayList<>();
        place(status).forEach((name, value) -> facts.add(fact(name, new Text(value))));
        facts.add(fact("Current", styled("code", "ids", status.current().toString())));
        facts.add(fact(
                "Heads of this build",
                styled("code", "ids", known(status, status.heads().toString()))));
        facts.add(fact("Target", styled("code", "ids", status.target())));
        facts.add(fact("Applied", new Text(String.valueOf(status.applied().size()))));
        facts.add(fact(
                "Pending",
                new Text(known(status, String.valueOf(status.pending().size())))));
        facts.add(fact("Last run", status.lastRun().map(SummarySection::run).orElse(new Text("none recorded"))));
        status.lockHolder().ifPresent(holder -> facts.add(fact("Lock held by", new Text(holder.toString()))));
        String requested = view.requested();
        if (requested != null) {
            facts.add(fact("Asked for", new Text(requested)));
        }
        return styled("dl", "facts", new Several(facts));
    }

    private static Map<String, String> place(MigrationStatus status) {
        Map<String, String> known = new LinkedHashMap<>();
        putIfKnown(known, "Database", status.place().database());
        putIfKnown(known, "Host", status.place().server());
        putIfKnown(known, "Schema", status.place().schema());
        return known;
    }

    private static void putIfKnown(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    /** Scripts that cannot be read tell neither heads nor what is pending. */
    private static String known(MigrationStatus status, String value) {
        return status.scriptsRead() ? value : "unknown";
    }

    private static Node fact(String name, Node value) {
        return element("div", element("dt", name), element("dd", value));
    }

    private static Node run(LastRun run) {
        String words = run.command().word() + ", " + run.outcome().word() + ", " + Words.duration(run.duration()) + ", "
                + Words.count(run.revisions().size(), "revision") + ", ";
        return new Several(List.of(new Text(words), Words.time(run.startedAt())));
    }
}
