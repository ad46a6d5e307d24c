package dev.athanor.migration.autogenerate;

import dev.athanor.migration.error.CappedList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Describes which schemas of a database were compared.
 *
 * @param compared the schema in which migrations run, followed by the others, sorted
 * @param notCompared the schemas of the database, or of the wanted schema, that were not compared, sorted
 * @since 0.1.0
 */
public record Coverage(List<String> compared, List<String> notCompared) {

    public Coverage {
        compared = List.copyOf(compared);
        notCompared = List.copyOf(notCompared);
    }

    /**
     * Returns what the comparison of these schemas covers.
     *
     * @param main the schema in which migrations run
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

    /** Returns a copy with further schemas that were not compared, whether or not they exist in the database. */
    Coverage without(Collection<String> schemas) {
        TreeSet<String> all = new TreeSet<>(notCompared);
        all.addAll(schemas);
        return new Coverage(compared, List.copyOf(all));
    }

    /** Returns a sentence for users about the schemas that were not compared; empty if there are none. */
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
