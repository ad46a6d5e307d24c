package dev.athanor.migration.takeover;

import dev.athanor.migration.graph.RevisionId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Represents a version of Flyway: numbers between dots or underscores, of which leading and trailing zeros do not
 * count.
 *
 * @param text the version as Flyway shows it
 * @param parts the numbers without trailing zeros
 * @since 0.1.0
 */
public record FlywayVersion(String text, List<BigInteger> parts) implements Comparable<FlywayVersion> {

    public FlywayVersion {
        parts = List.copyOf(parts);
    }

    /** Parses a version, or returns empty if the text is none. */
    static Optional<FlywayVersion> parse(String text) {
        String dotted = text.replace('_', '.');
        if (!dotted.matches("\\d+(\\.\\d+)*")) {
            return Optional.empty();
        }
        List<BigInteger> parts = new ArrayList<>(
                Stream.of(dotted.split("\\.")).map(BigInteger::new).toList());
        while (parts.size() > 1 && parts.get(parts.size() - 1).signum() == 0) {
            parts.remove(parts.size() - 1);
        }
        return Optional.of(new FlywayVersion(dotted, parts));
    }

    /** Returns the id of the revision: the version, cut at its end if it is too long for an id. */
    RevisionId id() {
        return new RevisionId(text.substring(Math.max(0, text.length() - RevisionId.MAX_LENGTH)));
    }

    @Override
    public int compareTo(FlywayVersion other) {
        for (int index = 0; index < Math.max(parts.size(), other.parts.size()); index++) {
            int order = part(index).compareTo(other.part(index));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private BigInteger part(int index) {
        return index < parts.size() ? parts.get(index) : BigInteger.ZERO;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlywayVersion version && parts.equals(version.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
