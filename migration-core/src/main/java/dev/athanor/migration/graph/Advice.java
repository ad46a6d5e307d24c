package dev.athanor.migration.graph;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.NewRevision.Splice;
import dev.athanor.migration.graph.TypedCommand.Verb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the commands that an error message may advise. Each command is tried on the same graph and rows before it is
 * named.
 *
 * @param beginning the beginning of the range for SQL text, as typed; empty if the rows of a database are the beginning
 * @param mode the purpose of the advice
 * @param wayBack the test for revisions that can be downgraded
 */
record Advice(
        RevisionGraph graph, CurrentHeads rows, Optional<String> beginning, Mode mode, Predicate<RevisionId> wayBack) {

    /** Lists the purposes of advice. */
    enum Mode {
        ADVISING,
        /** Advises on a stamp that forgets the rows first. */
        PURGING,
        /** Tries a command, which advises nothing if it fails. */
        TRYING
    }

    static Advice of(RevisionGraph graph, CurrentHeads rows, Mode mode) {
        return new Advice(graph, rows, Optional.empty(), mode, revision -> true);
    }

    /** Returns the same advice for other rows and another typed beginning. */
    Advice from(CurrentHeads otherRows, Optional<String> typed) {
        return new Advice(graph, otherRows, typed, mode, wayBack);
    }

    boolean trying() {
        return mode == Mode.TRYING;
    }

    TypedCommand upgrade() {
        return acting(Verb.UPGRADE, "upgrade ", this::upgrades);
    }

    TypedCommand downgrade() {
        return acting(Verb.DOWNGRADE, "downgrade ", this::downgrades);
    }

    TypedCommand stamp() {
        return acting(Verb.STAMP, mode == Mode.PURGING ? "stamp --purge " : "stamp ", this::stamps);
    }

    private TypedCommand acting(Verb verb, String command, Predicate<String> moves) {
        return beginning
                .map(from -> new TypedCommand(verb, command + (from.isEmpty() ? "" : from + ":"), " --sql", moves))
                .orElseGet(() -> new TypedCommand(verb, command, "", moves));
    }

    /** Returns the command that gives the beginning of a range for SQL text whose end is given. */
    TypedCommand beginning(Function<Advice, TypedCommand> command, String to) {
        TypedCommand typed = command.apply(this);
        return new TypedCommand(
                Verb.BEGIN, typed.before(), ":" + to + " --sql", from -> works(() -> beginsAt(from, command, to)));
    }

    private boolean beginsAt(String from, Function<Advice, TypedCommand> command, String to) {
        CurrentHeads begun =
                CurrentHeads.of(trial().start(Target.parse(from)).stream().toList());
        return command.apply(from(begun, Optional.of(from))).moves().test(to);
    }

    TypedCommand show() {
        return new TypedCommand(
                Verb.SHOW,
                "show ",
                "",
                target -> works(() -> !trial().show(Target.parse(target)).isEmpty()));
    }

    TypedCommand verify() {
        return new TypedCommand(
                Verb.VERIFY,
                "verify ",
                "",
                target -> works(() -> trial().start(Target.parse(target)).isPresent()));
    }

    TypedCommand historyFrom(String to) {
        return new TypedCommand(Verb.HISTORY, "history -r ", ":" + to, from -> lists(from + ":" + to));
    }

    TypedCommand historyTo(String from) {
        return new TypedCommand(Verb.HISTORY, "history -r " + from + ":", "", to -> lists(from + ":" + to));
    }

    TypedCommand revision(Splice splice) {
        return new TypedCommand(
                Verb.REVISION,
                "revision --head ",
                splice == Splice.ALLOWED ? " --splice" : "",
                head -> works(
                        () -> !newRevision(List.of(head), splice, List.of()).isEmpty()));
    }

    TypedCommand dependsOn() {
        return new TypedCommand(
                Verb.REVISION,
                "revision --depends-on ",
                "",
                target -> works(() -> !newRevision(List.of("head"), Splice.REFUSED, List.of(target))
                        .isEmpty()));
    }

    /** Returns a merge command for which no single target is advised, because one target alone is nothing to merge. */
    TypedCommand merge() {
        return new TypedCommand(Verb.MERGE, "merge ", "", target -> false);
    }

    private List<RevisionId> newRevision(List<String> heads, Splice splice, List<String> dependsOn) {
        return trial().newRevision(
                        heads.stream().map(Target::parse).toList(),
                        splice,
                        dependsOn.stream().map(Target::parse).toList())
                .downRevisions();
    }

    boolean upgrades(String target) {
        return works(() -> !graph.missing(trial().upgrade(List.of(Target.parse(target))), rows)
                .isEmpty());
    }

    /** Returns the commands for a downgrade to one of the revisions, each with what it removes and leaves. */
    String downgradesTo(TypedCommand typed, Collection<RevisionId> revisions) {
        if (trying()) {
            return "";
        }
        List<String> commands = revisions.stream()
                .map(RevisionId::value)
                .filter(typed.moves())
                .limit(4)
                .map(revision -> typed.with(revision) + " " + effect(revision))
                .toList();
        return commands.isEmpty() ? otherwise(typed) : "Name the one to go to: " + String.join("; ", commands) + ".";
    }

    private String effect(String target) {
        List<GraphStep> steps = new GraphPlanner(graph).downgrade(trial(), Target.parse(target));
        return "removes "
                + MessageNames.list(steps.stream().map(GraphStep::revision).toList()) + " and leaves "
                + MessageNames.list(steps.get(steps.size() - 1).after().ids());
    }

    boolean downgrades(String target) {
        return works(() -> {
            List<RevisionId> down = trial().downgrade(Target.parse(target)).revisions();
            return !down.isEmpty() && down.stream().allMatch(wayBack);
        });
    }

    private boolean stamps(String target) {
        return works(() -> !trial().stamp(List.of(Target.parse(target))).after().equals(rows));
    }

    private boolean lists(String range) {
        return works(() -> !trial().history(TargetRange.parse(range)).isEmpty());
    }

    private boolean works(BooleanSupplier command) {
        if (trying()) {
            return false;
        }
        try {
            return command.getAsBoolean();
        } catch (MigrationException refused) {
            return false;
        }
    }

    private TargetResolver trial() {
        return new TargetResolver(new Advice(graph, rows, beginning, Mode.TRYING, wayBack));
    }

    /** Returns the typed command with those of the targets that work, three at most. */
    Optional<String> oneOf(TypedCommand typed, Collection<?> targets) {
        if (trying()) {
            return Optional.empty();
        }
        List<String> commands = targets.stream()
                .map(Object::toString)
                .filter(typed.moves())
                .limit(4)
                .map(typed::with)
                .toList();
        return commands.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        commands.size() > 3
                                ? String.join(", ", commands.subList(0, 3)) + " …"
                                : String.join(" or ", commands));
    }

    /** Returns the history command for the range, if that range lists a revision. */
    Optional<String> history(String range) {
        return lists(range) ? Optional.of("`migration history -r " + range + "`") : Optional.empty();
    }

    /**
     * Returns the command that merges the revisions, if they can be merged; uses the short form for more than five
     * revisions.
     */
    Optional<String> merge(Collection<RevisionId> revisions, Target shortForm) {
        if (!works(() -> canMerge(revisions))) {
            return Optional.empty();
        }
        boolean shorter = revisions.size() > 5
                && works(() -> newRevision(List.of(shortForm.toString()), Splice.REFUSED, List.of())
                        .equals(List.copyOf(revisions)));
        return Optional.of("`migration merge "
                + (shorter
                        ? shortForm.toString()
                        : revisions.stream().map(RevisionId::value).collect(Collectors.joining(" ")))
                + "`");
    }

    private boolean canMerge(Collection<RevisionId> revisions) {
        return revisions.size() > 1
                && revisions.stream().allMatch(revision -> graph.children(revision, EdgeKind.DOWN_REVISIONS)
                        .isEmpty());
    }

    /** Returns where the command starts from, as the end of a sentence. */
    String place() {
        return (beginning.isPresent() ? "the range begins at " : "the database is at ") + rows;
    }

    /** Returns the action to advise when no command with a target works: what the command can do here at all. */
    String otherwise(TypedCommand typed) {
        if (trying()) {
            return "";
        }
        if (graph.revisions().isEmpty()) {
            return "There are no revisions: write the first one with `migration revision -m \"…\"`.";
        }
        return switch (typed.verb()) {
            case UPGRADE -> correctedRows().orElseGet(() -> nextUp(typed));
            case DOWNGRADE -> correctedRows().orElseGet(() -> nextDown(typed));
            default -> names();
        };
    }

    String names() {
        return graph.revisions().isEmpty()
                ? otherwise(show())
                : "Name a revision or a branch label; `migration history` lists them.";
    }

    private Optional<String> correctedRows() {
        return new Overlaps(graph, rows).action();
    }

    private String nextUp(TypedCommand typed) {
        Set<RevisionId> pending = new LinkedHashSet<>(
                graph.missing(graph.revisions().stream().map(Revision::id).toList(), rows));
        if (pending.isEmpty()) {
            return "Everything is applied: there is nothing to upgrade.";
        }
        List<RevisionId> next = pending.stream()
                .filter(id -> graph.needs(id, EdgeKind.ALL).stream().noneMatch(pending::contains))
                .toList();
        return "Name a revision that is pending: " + oneOf(typed, next).orElse("`migration history -i` marks them")
                + ".";
    }

    private String nextDown(TypedCommand typed) {
        if (rows.isEmpty()) {
            return "Nothing is applied: there is nothing to downgrade.";
        }
        return oneOf(typed, oneStepDown(typed))
                .map(commands -> "One step down is " + commands + ".")
                .orElseGet(() -> "`migration history -r :" + beginning.orElse("current") + "` lists what is applied.");
    }

    private List<String> oneStepDown(TypedCommand typed) {
        List<String> steps = new ArrayList<>();
        if (rows.ids().size() == 1) {
            steps.add("-1");
        }
        rows.ids().forEach(row -> steps.add(row + "@-1"));
        List<String> counted = steps.stream().filter(typed.moves()).toList();
        return counted.isEmpty()
                ? rows.ids().stream()
                        .flatMap(row -> graph.needs(row, EdgeKind.DOWN_REVISIONS).stream())
                        .map(RevisionId::value)
                        .distinct()
                        .toList()
                : List.of(counted.get(0));
    }
}
