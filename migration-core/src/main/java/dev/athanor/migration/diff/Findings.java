package dev.athanor.migration.diff;

import dev.athanor.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What differs and what that means, asked kind by kind. */
record Findings(Comparison comparison, Fates fates) {

    static Findings of(Comparison comparison) {
        return new Findings(comparison, Fates.of(comparison));
    }

    /** How the steps of one kind are found. */
    interface Kind<T> {

        SchemaObject key(T one);

        List<Step> drop(T one);

        List<Step> create(T one);

        /** For two that may be equal; parts of it may have to give way. */
        List<Step> alter(T from, T to);
    }

    <T> List<Step> steps(List<T> from, List<T> to, Kind<T> kind) {
        Map<SchemaObject, T> wanted = new HashMap<>();
        to.forEach(one -> wanted.put(kind.key(one), one));
        List<Step> steps = new ArrayList<>();
        for (T one : from) {
            SchemaObject counterpart = comparison.counterpart(kind.key(one));
            T other = counterpart == null ? null : wanted.get(counterpart);
            if (other == null) {
                steps.addAll(kind.drop(one));
            } else if (fates.isReplaced(kind.key(one))) {
                steps.addAll(kind.drop(one));
                steps.addAll(kind.create(other));
            } else {
                steps.addAll(kind.alter(one, other));
            }
        }
        to.stream().filter(one -> !comparison.isKnown(kind.key(one))).forEach(one -> steps.addAll(kind.create(one)));
        return steps;
    }

    /** A kind of which there is little to say. */
    record Simple<T>(
            Function<T, SchemaObject> naming,
            Function<T, List<Step>> dropping,
            Function<T, List<Step>> creating,
            Alteration<T> altering)
            implements Kind<T> {

        @Override
        public SchemaObject key(T one) {
            return naming.apply(one);
        }

        @Override
        public List<Step> drop(T one) {
            return dropping.apply(one);
        }

        @Override
        public List<Step> create(T one) {
            return creating.apply(one);
        }

        @Override
        public List<Step> alter(T from, T to) {
            return altering.steps(from, to);
        }
    }

    /** From one form to another. */
    interface Alteration<T> {

        List<Step> steps(T from, T to);
    }
}
