package dev.athanor.migration.autogenerate;

import dev.athanor.migration.error.CappedList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which schemas of a database were compared.
 *
 * @param compared the schema that migrations run in, then the others, sorted
 * @param notCompared schemas of the database, or of the wanted schema, that were left alone, sorted
 */
public record Coverage(List<String> compared, List<String> notCompared) {

    public Coverage {
        compared = List.copyOf(compared);
        notCompared = List.copyOf(notCompared);
    }

    /**
     * Returns what the comparison of these schemas covers.
     *
     * @param main the schema that migrations run in
     * @param others the further schemas that are compared
     * @param made the schemas of the database
     */
    static Coverage of(String main, Collection<String> others, Collection<String> made) {
        TreeSet<String> further = new TreeSet<>(others);
        further.remove(main);
        List<String> compared = Stream.concat(Stream.of(main), further.stream()).toList();
        return new Coverage(
                compared,
                made.stream().filter(name -> !compared.contains(name)).sorted().toList());
    }

    /** With further schemas that were left alone, be they in the database or not. */
    Coverage without(Collection<String> schemas) {
        TreeSet<String> all = new TreeSet<>(notCompared);
        all.addAll(schemas);
        return new Coverage(compared, List.copyOf(all));
    }

    /** Says what was not compared, for people; empty where that is nothing. */
    Optional<String> text() {
        List<String> named =
                notCompared.stream().filter(name -> !OtherTool.isSchema(name)).toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        boolean one = named.size() == 1;
        return Optional.of("Not compared: " + (one ? "schema " : "schemas ")
                + CappedList.of(named) + ". Name " + (one ? "it" : "them")
                + " in `migration.autogenerate.schemas` to compare " + (one ? "it" : "them") + ".");
    }
}
