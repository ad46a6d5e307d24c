package dev.athanor.migration.plan;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.graph.Target;
import dev.athanor.migration.graph.TargetException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Describes what a command asks for, with its targets read; which steps that takes depends on the database.
 *
 * <p>Target texts become a request once, where they enter: at the command line, at the endpoint, or in a call of the
 * facade.
 *
 * @since 0.1.0
 */
public sealed interface MigrationRequest {

    /** Returns the visitor's answer for this kind of request. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Answers for each kind of request: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for an upgrade. */
        R upgrade(Upgrade request);

        /** Answers for a downgrade. */
        R downgrade(Downgrade request);

        /** Answers for a stamp. */
        R stamp(Stamp request);
    }

    /** Returns the command that the request is for. */
    Command command();

    /** Returns the targets in the order in which they were given. */
    List<Target> targets();

    /** Returns the targets as they are typed, with blanks in between. */
    default String text() {
        return targets().stream().map(Target::toString).collect(Collectors.joining(" "));
    }

    /**
     * Reads the targets of an upgrade.
     *
     * @param targets target texts; one text may hold several targets, separated by blanks
     * @throws TargetException if a text is not a target
     */
    static Upgrade upgrade(String... targets) {
        return new Upgrade(parse(List.of(targets)));
    }

    /**
     * Reads the target of a downgrade.
     *
     * @param target exactly one target text
     * @throws TargetException if the text is not a target
     * @throws MigrationException if no text or more than one is given
     */
    static Downgrade downgrade(String... target) {
        return Downgrade.to(parse(List.of(target)));
    }

    /**
     * Reads the targets of a stamp.
     *
     * @param targets target texts; one text may hold several targets, separated by blanks
     * @throws TargetException if a text is not a target
     */
    static Stamp stamp(String... targets) {
        return new Stamp(parse(List.of(targets)), StampMode.MOVE);
    }

    /**
     * Reads the targets of any command.
     *
     * @param command the command
     * @param targets target texts; one text may hold several targets, separated by blanks
     * @throws TargetException if a text is not a target
     * @throws MigrationException if a downgrade does not have exactly one target
     */
    static MigrationRequest of(Command command, List<String> targets) {
        List<Target> parsed = parse(targets);
        return switch (command) {
            case UPGRADE -> new Upgrade(parsed);
            case DOWNGRADE -> Downgrade.to(parsed);
            case STAMP -> new Stamp(parsed, StampMode.MOVE);
        };
    }

    private static List<Target> parse(List<String> texts) {
        return texts.stream()
                .flatMap(text -> text.isBlank()
                        ? Stream.of(text)
                        : Stream.of(text.strip().split("\\s+")))
                .map(Target::parse)
                .toList();
    }

    /**
     * Asks for the targets and everything that they need to be applied.
     *
     * @param targets the places in the graph to reach
     */
    record Upgrade(List<Target> targets) implements MigrationRequest {

        private static final List<Target> HEADS = List.of(new Target.AllHeads());

        public Upgrade {
            targets = List.copyOf(targets);
        }

        /** Returns whether the request is for every head of the build. */
        public boolean isForAllHeads() {
            return targets.equals(HEADS);
        }

        @Override
        public Command command() {
            return Command.UPGRADE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.upgrade(this);
        }
    }

    /**
     * Asks for everything above the target to be taken back.
     *
     * @param target the place in the graph to go back to
     */
    record Downgrade(Target target) implements MigrationRequest {

        private static Downgrade to(List<Target> targets) {
            if (targets.size() != 1) {
                throw new MigrationException(
                        "A downgrade has one target, and " + targets.size() + (targets.size() == 1 ? " was" : " were")
                                + " given.",
                        "Name one: an id, `-1`, `base`. Nothing was done.");
            }
            return new Downgrade(targets.get(0));
        }

        @Override
        public Command command() {
            return Command.DOWNGRADE;
        }

        @Override
        public List<Target> targets() {
            return List.of(target);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.downgrade(this);
        }
    }

    /**
     * Asks for the rows of the version table to represent the targets, without running a revision.
     *
     * @param targets the places in the graph that the rows represent afterwards
     * @param mode what happens to the rows that are there
     */
    record Stamp(List<Target> targets, StampMode mode) implements MigrationRequest {

        public Stamp {
            targets = List.copyOf(targets);
        }

        /** Returns this request with another mode. */
        public Stamp withMode(StampMode other) {
            return new Stamp(targets, other);
        }

        @Override
        public Command command() {
            return Command.STAMP;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stamp(this);
        }
    }
}
