package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Definition;
import dev.athanor.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Holds two schemas, and what the change from one to the other means for each object.
 *
 * @param comparison the schemas side by side
 * @param impacts the impact on each object of the first schema
 * @param inherited how changes of columns reach the tables that inherit them
 */
record ImpactAnalysis(Comparison comparison, Impacts impacts, InheritedChanges inherited) {

    static ImpactAnalysis of(Comparison comparison) {
        return new ImpactAnalysis(comparison, Impacts.of(comparison), InheritedChanges.of(comparison));
    }

    /** Creates the steps for the elements of one kind. */
    interface KindSteps<T> {

        List<DiffStep> drop(T one);

        List<DiffStep> create(T one);

        /** Returns the steps between two elements that may be equal; parts of them may still have to be recreated. */
        List<DiffStep> alter(T from, T to);
    }

    <T extends Definition> List<DiffStep> steps(Class<T> kind, KindSteps<T> ofKind) {
        return steps(comparison.from().all(kind), comparison.to().all(kind), Definition::object, ofKind);
    }

    <T> List<DiffStep> steps(List<T> from, List<T> to, Function<? super T, SchemaObject> naming, KindSteps<T> ofKind) {
        Map<SchemaObject, T> wanted = new HashMap<>();
        to.forEach(one -> wanted.put(naming.apply(one), one));
        List<DiffStep> steps = new ArrayList<>();
        for (T one : from) {
            SchemaObject object = naming.apply(one);
            SchemaObject counterpart = comparison.counterpart(object);
            T other = counterpart == null ? null : wanted.get(counterpart);
            if (other == null) {
                steps.addAll(ofKind.drop(one));
            } else if (impacts.isRecreated(object)) {
                steps.addAll(ofKind.drop(one));
                steps.addAll(ofKind.create(other));
            } else {
                steps.addAll(ofKind.alter(one, other));
            }
        }
        to.stream()
                .filter(one -> !comparison.isKnown(naming.apply(one)))
                .forEach(one -> steps.addAll(ofKind.create(one)));
        return steps;
    }
}
