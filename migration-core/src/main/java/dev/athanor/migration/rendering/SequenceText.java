package dev.athanor.migration.rendering;

import dev.athanor.migration.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;

/** Formats the options of a sequence as clauses, without those that match PostgreSQL's defaults. */
final class SequenceText {

    /** Begins at the start again. */
    static final String RESTART = "RESTART";

    private SequenceText() {}

    /** Returns the clauses, with a blank before each of them. */
    static String options(SequenceOptions options) {
        List<String> clauses = clauses(ofItself(options), options);
        return clauses.isEmpty() ? "" : " " + String.join(" ", clauses);
    }

    /** Returns the clauses that change the options of a sequence. */
    static List<String> changes(SequenceOptions from, SequenceOptions to) {
        List<String> clauses = clauses(from, to);
        if (turns(from, to)) {
            clauses.add(RESTART);
        }
        return clauses;
    }

    private static List<String> clauses(SequenceOptions from, SequenceOptions to) {
        List<String> clauses = new ArrayList<>();
        if (from.increment() != to.increment()) {
            clauses.add("INCREMENT BY " + to.increment());
        }
        addBounds(clauses, from, to);
        if (from.start() != to.start()) {
            clauses.add("START WITH " + to.start());
        }
        if (from.cache() != to.cache()) {
            clauses.add("CACHE " + to.cache());
        }
        if (from.cycle() != to.cycle()) {
            clauses.add(to.cycle() ? "CYCLE" : "NO CYCLE");
        }
        return clauses;
    }

    /** Returns whether a sequence counts in the other direction, so that its position means nothing any more. */
    private static boolean turns(SequenceOptions from, SequenceOptions to) {
        return from.increment() < 0 != to.increment() < 0;
    }

    /**
     * Adds bounds that change, unless both are the defaults of their types, because PostgreSQL changes those with the
     * type, though not with the direction.
     */
    private static void addBounds(List<String> clauses, SequenceOptions from, SequenceOptions to) {
        SequenceOptions before = ofItself(from);
        SequenceOptions after = ofItself(to);
        boolean same = !turns(from, to);
        boolean own = same && from.minValue() == before.minValue() && to.minValue() == after.minValue();
        if (from.minValue() != to.minValue() && !own) {
            clauses.add("MINVALUE " + to.minValue());
        }
        own = same && from.maxValue() == before.maxValue() && to.maxValue() == after.maxValue();
        if (from.maxValue() != to.maxValue() && !own) {
            clauses.add("MAXVALUE " + to.maxValue());
        }
    }

    /** Returns the clauses of all options. */
    static List<String> all(SequenceOptions options) {
        return List.of(
                "AS " + options.type(),
                "INCREMENT BY " + options.increment(),
                "MINVALUE " + options.minValue(),
                "MAXVALUE " + options.maxValue(),
                "START WITH " + options.start(),
                "CACHE " + options.cache(),
                options.cycle() ? "CYCLE" : "NO CYCLE");
    }

    /** Returns the defaults that PostgreSQL derives from the given type, increment and bounds. */
    private static SequenceOptions ofItself(SequenceOptions given) {
        boolean up = given.increment() > 0;
        long min = up ? 1 : -SequenceOptions.maximum(given.type()) - 1;
        long max = up ? SequenceOptions.maximum(given.type()) : -1;
        long start = up ? given.minValue() : given.maxValue();
        return new SequenceOptions(given.type(), start, 1, min, max, 1, false);
    }
}
