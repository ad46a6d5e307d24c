package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autogenerate.ComparisonReport;
import dev.athanor.migration.graph.RevisionId;
import dev.athanor.migration.history.Direction;
import dev.athanor.migration.takeover.Import;
import dev.athanor.migration.takeover.ImportedRevision;
import dev.athanor.migration.takeover.ImportedStep;
import dev.athanor.migration.takeover.Takeover;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves an import, carries it out, and writes what became of it.
 *
 * @param takeover carries it out
 * @param migrations the database
 * @param options how the command acts
 */
record Importing(CommandScope scope, Takeover takeover, Migrations migrations, ImportOptions options) {

    /** Gives the exit code. */
    int run(Import what, Output output) {
        takeover.requireFree(what);
        Optional<ComparisonReport> proof = options.skipProof || !what.isProvable()
                ? Optional.empty()
                : Optional.of(takeover.prove(what, scope.comparison()));
        List<Path> written = options.dryRun ? List.of() : carryOut(what);
        if (options.json) {
            output.json(json(what, proof, written));
        } else {
            lines(what, proof, written).forEach(output::result);
        }
        written.stream()
                .filter(path -> path.toString().endsWith(".sql"))
                .findFirst()
                .ifPresent(path -> SourceFolders.tellUnread(scope, path));
        return proof.filter(report -> !report.matches()).isPresent() ? ExitCodes.NO : ExitCodes.DONE;
    }

    /** Writes the rows, and the files if there are any: a database in production may have no project beside it. */
    private List<Path> carryOut(Import what) {
        if (what.revisions().isEmpty()) {
            takeover.record(what);
            return List.of();
        }
        SourceFolders folders = SourceFolders.of(scope, migrations);
        return takeover.carryOut(what, folders.revisions(), folders.java());
    }

    private List<String> lines(Import what, Optional<ComparisonReport> proof, List<Path> written) {
        List<String> lines = new ArrayList<>();
        Set<RevisionId> applied = what.applied();
        lines.add(sentence(what, applied));
        what.revisions().forEach(revision -> lines.add(line(revision, what, applied)));
        section(lines, "Differences that you accepted:", what.differences());
        section(lines, "To know:", what.notes());
        lines.add("");
        lines.add(proof(what, proof));
        lines.add("");
        lines.add(outcome(what, written));
        written.forEach(path -> lines.add("  " + path.toString().replace('\\', '/')));
        section(lines, "Next, set these properties:", what.propertyLines());
        section(lines, BuildFiles.TITLE, new BuildFiles(scope.project()).advice(what.tool()));
        return lines;
    }

    private static void section(List<String> lines, String title, List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add(title);
            content.forEach(line -> lines.add("  " + line));
        }
    }

    private static String sentence(Import what, Set<RevisionId> applied) {
        long pending = what.directory().scripts().stream()
                .filter(script -> !applied.contains(script.id()))
                .count();
        return what.tool() + ": " + counted(applied.size(), "revision") + " applied, " + pending + " pending, "
                + counted(what.revisions().size(), "file") + " to write.";
    }

    private static String line(ImportedRevision revision, Import what, Set<RevisionId> applied) {
        String state = what.steps().stream()
                .filter(step -> step.revision().equals(revision.id()) && step.direction() != Direction.DOWNGRADE)
                .reduce((earlier, later) -> later)
                .filter(step -> applied.contains(revision.id()))
                .map(Importing::state)
                .orElse(applied.contains(revision.id()) ? "applied" : "pending");
        return "  " + revision.id() + " from " + revision.origin() + ": " + state;
    }

    private static String state(ImportedStep step) {
        String when = step.at().map(at -> " " + at).orElse("");
        String user = step.user().map(name -> " by " + name).orElse("");
        return step.direction() == Direction.STAMP
                ? "counted as applied" + when + user
                : "applied" + when + user + " in " + step.duration().toMillis() + " ms";
    }

    private String proof(Import what, Optional<ComparisonReport> proof) {
        return proof.map(ComparisonReport::text)
                .orElseGet(
                        () -> options.skipProof
                                ? "Not proven, as you wished. `migration drift` compares the revisions with the database."
                                : "Not proven yet: "
                                        + what.unprovable().stream()
                                                .map(revision -> revision.id().toString())
                                                .collect(Collectors.joining(", "))
                                        + " cannot run as it is. Complete and build the application, then run `migration drift`.");
    }

    private String outcome(Import what, List<Path> written) {
        String rows = counted(what.steps().size(), "row") + " of history, and the version table at " + what.heads();
        return options.dryRun
                ? "Nothing was written, because of --dry-run. Without it: "
                        + counted(what.revisions().size(), "file") + ", " + rows + "."
                : "Written: " + counted(written.size(), "file") + ", " + rows + ". Nothing of " + what.tool()
                        + " was changed." + (written.isEmpty() ? "" : " The files:");
    }

    private static String counted(int number, String thing) {
        String plural = thing.equals("row") || thing.equals("file") || thing.equals("revision") ? thing + "s" : thing;
        return number + " " + (number == 1 ? thing : plural);
    }

    private static Map<String, Object> json(ImportedRevision revision, Set<RevisionId> applied) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", revision.id().value());
        json.put("origin", revision.origin());
        json.put("applied", applied.contains(revision.id()));
        return json;
    }

    private Map<String, Object> json(Import what, Optional<ComparisonReport> proof, List<Path> written) {
        Set<RevisionId> applied = what.applied();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tool", what.tool());
        json.put("dryRun", options.dryRun);
        json.put(
                "revisions",
                what.revisions().stream()
                        .map(revision -> json(revision, applied))
                        .toList());
        json.put("heads", what.heads().ids().stream().map(RevisionId::value).toList());
        json.put("historyRows", what.steps().size());
        json.put("acceptedDifferences", what.differences());
        json.put("notes", what.notes());
        json.put("properties", what.propertyLines());
        json.put("proven", proof.isPresent());
        json.put("schemaDifferences", proof.map(ComparisonReport::lines).orElse(List.of()));
        json.put(
                "files",
                written.stream().map(path -> path.toString().replace('\\', '/')).toList());
        return json;
    }
}
