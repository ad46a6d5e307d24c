package dev.athanor.migration.autoconfigure.actuate.page;

import static dev.athanor.migration.autoconfigure.actuate.page.Node.element;
import static dev.athanor.migration.autoconfigure.actuate.page.Node.styled;

import dev.athanor.migration.autoconfigure.actuate.page.Node.Several;
import dev.athanor.migration.batch.BatchProgress;
import dev.athanor.migration.lock.BackendActivity.IndexBuild;
import dev.athanor.migration.status.MigrationStatus.RunInProgress;
import dev.athanor.migration.status.MigrationStatus.StatementActivity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Shows the run in progress: its step, its duration, and what it waits for. */
record RunningPanel(RunInProgress run) {

    Node node() {
        List<Node> lines = new ArrayList<>();
        lines.add(progress("Step " + run.number() + " of " + run.steps(), run.number() - 1, run.steps()));
        lines.add(line("This step has been running for " + Words.duration(since(run.stepStartedAt())) + ", the run for "
                + Words.duration(since(run.startedAt())) + "."));
        run.statement().ifPresent(statement -> lines.addAll(lines(statement)));
        run.batch().ifPresent(batch -> lines.add(batch(batch)));
        return styled("div", "panel", new Several(lines));
    }

    private static Duration since(Instant instant) {
        Duration since = Duration.between(instant, Instant.now());
        return since.isNegative() ? Duration.ZERO : since;
    }

    private static List<Node> lines(StatementActivity statement) {
        List<Node> lines = new ArrayList<>();
        lines.add(line(place(statement) + ", backend pid " + statement.pid() + "."));
        if (statement.waitsFor() != null) {
            lines.add(styled("p", "waits", "It waits for " + statement.waitsFor() + "."));
        }
        statement.indexBuild().ifPresent(build -> lines.add(index(build)));
        return lines;
    }

    private static String place(StatementActivity statement) {
        return statement.number() == null
                ? "At one of " + Words.count(statement.statements(), "statement")
                : "Statement " + statement.number() + " of " + statement.statements() + ", line " + statement.line()
                        + " of the script";
    }

    private static Node batch(BatchProgress batch) {
        return batch.share().isEmpty()
                ? line(batch + ".")
                : progress(batch.toString(), Math.round(batch.share().getAsDouble() * 1_000), 1_000);
    }

    private static Node index(IndexBuild build) {
        String name = build.index() == null ? "Index" : "Index " + build.index();
        return progress(name + ": " + build.phase(), build.done(), build.total());
    }

    private static Node progress(String words, long done, long total) {
        Node bar = element("progress")
                .with("max", Math.max(1, total))
                .with("value", Math.min(done, Math.max(1, total)))
                .with("aria-label", words);
        return styled("p", "progress", styled("span", "of", words), bar);
    }

    private static Node line(String text) {
        return element("p", text);
    }
}
