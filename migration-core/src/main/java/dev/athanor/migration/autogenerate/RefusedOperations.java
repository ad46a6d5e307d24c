package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.OpenPoint;
import dev.athanor.migration.diff.OpenPoint.Aspect;
import dev.athanor.migration.diff.RenameSuggestion;
import dev.athanor.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds what the server has refused so far.
 *
 * @param suggestions the possible renames
 */
record RefusedOperations(List<Refusal> all, List<RenameSuggestion> suggestions) {

    RefusedOperations {
        all = List.copyOf(all);
        suggestions = List.copyOf(suggestions);
    }

    static RefusedOperations none(List<RenameSuggestion> suggestions) {
        return new RefusedOperations(List.of(), suggestions);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    RefusedOperations with(List<Refusal> others) {
        List<Refusal> both = new ArrayList<>(all);
        others.stream().filter(other -> !isKnown(other)).forEach(both::add);
        return new RefusedOperations(both, suggestions);
    }

    boolean isKnown(Refusal refusal) {
        return all.stream().anyMatch(known -> known.point().equals(refusal.point()));
    }

    List<OpenPoint> points() {
        return all.stream().flatMap(this::points).toList();
    }

    /** Returns what is left open: also the drop of what may be the same object, which would lose its rows. */
    Stream<OpenPoint> points(Refusal refusal) {
        Stream<OpenPoint> dropped =
                rename(refusal).stream().map(rename -> new OpenPoint(rename.dropped(), Aspect.WHOLE));
        return Stream.concat(Stream.of(refusal.point()), dropped);
    }

    /** Returns the renaming that would settle it. */
    Optional<RenameSuggestion> rename(Refusal refusal) {
        SchemaObject object = refusal.point().object();
        return suggestions.stream()
                .filter(suggestion -> suggestion.added().kind() == object.kind()
                        && suggestion.added().name().equals(object.name())
                        && (object.part() == null
                                || object.part().equals(suggestion.added().part())))
                .findFirst();
    }

    /** Returns the suggestions that none of the refusals is about. */
    List<RenameSuggestion> others() {
        return suggestions.stream()
                .filter(suggestion -> all.stream()
                        .flatMap(refusal -> rename(refusal).stream())
                        .noneMatch(suggestion::equals))
                .toList();
    }
}
