package dev.athanor.migration.autoconfigure.actuate.page;

import static dev.athanor.migration.autoconfigure.actuate.page.Node.element;
import static dev.athanor.migration.autoconfigure.actuate.page.Node.styled;

import dev.athanor.migration.autoconfigure.actuate.page.Node.Several;
import dev.athanor.migration.autoconfigure.actuate.page.Node.Text;
import dev.athanor.migration.script.Downgrade;
import dev.athanor.migration.script.Proof;
import dev.athanor.migration.script.RevisionScript;
import dev.athanor.migration.status.MigrationStatus.AppliedRevision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows one revision with its SQL. */
record RevisionArticle(
        RevisionScript script,
        @Nullable AppliedRevision applied,
        @Nullable Proof proof) {

    Node node() {
        return element(
                "article",
                element("h2", styled("code", "ids", script.id()), " ", script.subject()),
                facts(),
                element("h3", "Upgrade"),
                sql(script.upgrade().text()),
                element("h3", "Downgrade"),
                downgrade());
    }

    private Node facts() {
        List<Node> facts = new ArrayList<>();
        facts.add(fact("Revises", new Text(Words.ids(script.revision().downRevisions()))));
        if (!script.revision().dependsOn().isEmpty()) {
            facts.add(fact(
                    "Depends on", new Text(String.join(", ", script.revision().dependsOn()))));
        }
        facts.add(fact("Script", new Text(script.file().location())));
        facts.add(fact("Checksum", styled("code", "ids", script.checksum().value())));
        if (proof != null) {
            facts.add(fact("Downgrade", new Text(proof.word())));
        }
        facts.add(fact("Applied", whenApplied()));
        return styled("dl", "facts", new Several(facts));
    }

    private Node whenApplied() {
        if (applied == null) {
            return new Text("no");
        }
        if (applied.appliedAt() == null) {
            return new Text("yes; the history does not say when");
        }
        String took = applied.duration() == null ? "" : ", in " + Words.duration(applied.duration());
        String by = applied.appliedBy() == null ? "" : ", by " + applied.appliedBy();
        String host = applied.host() == null ? "" : " on " + applied.host();
        return new Several(List.of(Words.time(applied.appliedAt()), new Text(took + by + host)));
    }

    private static Node fact(String name, Node value) {
        return element("div", element("dt", name), element("dd", value));
    }

    private Node downgrade() {
        return script.downgrade().accept(new Downgrade.Visitor<>() {
            @Override
            public Node reversible(Downgrade.Reversible reversible) {
                return sql(reversible.section().text());
            }

            @Override
            public Node nothing(Downgrade.Nothing nothing) {
                return styled("p", "muted", "Nothing to take back: the upgrade leaves the schema as it is.");
            }

            @Override
            public Node irreversible(Downgrade.Irreversible irreversible) {
                return styled("p", "muted", "None: this revision cannot be taken back.");
            }

            @Override
            public Node empty(Downgrade.Empty empty) {
                return styled("p", "muted", "None: this revision cannot be taken back.");
            }

            @Override
            public Node unreadable(Downgrade.Unreadable unreadable) {
                return styled(
                        "p",
                        "muted",
                        "Cannot be read: " + unreadable.problems().get(0).describe());
            }

            @Override
            public Node missing(Downgrade.Missing missing) {
                return styled("p", "muted", "None: this revision cannot be taken back.");
            }
        });
    }

    private static Node sql(String text) {
        String shown = text.strip();
        return shown.isEmpty()
                ? styled("p", "muted", "Nothing.")
                : styled("pre", "sql", shown).with("tabindex", "0");
    }
}
