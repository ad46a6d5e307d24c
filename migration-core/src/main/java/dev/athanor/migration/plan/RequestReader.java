package dev.athanor.migration.plan;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.graph.TargetException;
import dev.athanor.migration.graph.TargetException.Kind;
import dev.athanor.migration.graph.TargetRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads target texts as commands take them, and advises ranges that the command can really follow.
 *
 * <p>The scripts are read only if a text is refused.
 *
 * @since 0.1.0
 */
public final class RequestReader {

    private final Supplier<Planner> planner;

    /**
     * Creates a reader.
     *
     * @param planner plans over the scripts that advice is checked against
     */
    public RequestReader(Supplier<Planner> planner) {
        this.planner = planner;
    }

    /**
     * Reads targets for a command that runs on a database.
     *
     * @param command the command
     * @param targets target texts; one text may hold several targets, separated by blanks
     * @throws TargetException if a text is not a target, or is a range
     */
    public MigrationRequest read(Command command, List<String> targets) {
        Optional<String> range = targets.stream().filter(TargetRange::isRange).findFirst();
        if (range.isPresent()) {
            throw new TargetException(
                    Kind.RANGE_NOT_ALLOWED,
                    "'" + range.get() + "' is a range, and one target is needed.",
                    moves(command, range.get())
                            ? "Name one target, or add --sql: a range only writes SQL text."
                            : "Name one target; `migration history` lists the revisions.");
        }
        return MigrationRequest.of(command, targets);
    }

    /**
     * Reads ranges for a command that writes SQL text without a database. A range that names no start begins at
     * {@code base}; a downgrade has to name its start.
     *
     * @param command the command
     * @param texts targets or ranges {@code from:to}
     * @throws TargetException if a text is neither, or names no end
     */
    public List<TargetRange> ranges(Command command, List<String> texts) {
        if (command != Command.STAMP && texts.size() != 1) {
            throw new MigrationException(
                    "--sql takes one target or range, not " + texts.size() + ".",
                    "Write them one at a time: `migration " + command.word() + " <from>:<to> --sql`.");
        }
        return texts.stream().map(text -> range(command, text)).toList();
    }

    private TargetRange range(Command command, String text) {
        if (!TargetRange.isRange(text)) {
            Target to = Target.parse(text);
            if (command == Command.DOWNGRADE) {
                throw new TargetException(
                        Kind.RANGE_REQUIRED,
                        "'" + text + "' is one target, and a range is needed.",
                        suggest(
                                command,
                                Stream.concat(
                                        planner.get().realHeads().stream().map(head -> head + ":" + text),
                                        Stream.of(text + ":base"))));
            }
            return new TargetRange(Optional.empty(), Optional.of(to));
        }
        TargetRange range = TargetRange.parse(text);
        if (range.to().isEmpty()) {
            throw new TargetException(
                    Kind.MALFORMED_TARGET,
                    "The range '" + text + "' has no end.",
                    suggest(command, Stream.of(text + "heads", text + "base")));
        }
        return range;
    }

    private String suggest(Command command, Stream<String> ranges) {
        return ranges.filter(range -> moves(command, range))
                .findFirst()
                .map(range -> "Write `from:to`, such as `migration " + command.word() + " " + range + " --sql`.")
                .orElse("Write `from:to`; `migration history` lists the revisions.");
    }

    /** Returns whether a command for SQL text would be followed, and do something. */
    private boolean moves(Command command, String range) {
        try {
            return !planner.get()
                    .offline(command, ranges(command, List.of(range)))
                    .isEmpty();
        } catch (MigrationException refused) {
            return false;
        }
    }
}
