package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.DeclarationDifference;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.schema.Definition;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.witness.Evidence;
import dev.athanor.migration.witness.UndescribedDifference;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds what was read of a schema at one moment.
 *
 * @param schema what the catalog reader reads, from which differences are described
 * @param evidence what the witness sees, which also tells differences that have no description
 * @since 0.1.0
 */
public record ReadSchema(Schema schema, Evidence evidence) {

    private static final String COMMENTS = "pg_description";

    /**
     * Returns the differences from another state for which there is no description. If there are differences with a
     * description, the result is empty, because most of what the witness sees follows from those.
     *
     * @param diff the differences with a description
     */
    public List<UndescribedDifference> undescribedSince(ReadSchema before, SchemaDiff diff, DiffOptions options) {
        boolean described = !diff.isEmpty() || !diff.differences().isEmpty();
        if (described || !options.types() || !options.defaults()) {
            return List.of();
        }
        Set<String> excluded = Stream.of(before.schema, schema)
                .flatMap(read -> excluded(read, options))
                .collect(Collectors.toSet());
        return evidence.since(before.evidence).stream()
                .filter(one -> options.comments() || !one.catalog().equals(COMMENTS))
                .filter(one -> excluded.stream().noneMatch(one::isOf))
                .filter(one -> !isDeclaration(one, diff))
                .toList();
    }

    /** Returns whether a difference is only that a table declares a column itself, which is a lesser finding. */
    private static boolean isDeclaration(UndescribedDifference one, SchemaDiff diff) {
        return one.columns().equals(List.of("attislocal"))
                && diff.declarations().stream()
                        .map(DeclarationDifference::column)
                        .anyMatch(column -> one.object().equals(column.name() + "." + column.part()));
    }

    /** Returns the names of the objects that are not compared, or only in part. */
    private static Stream<String> excluded(Schema schema, DiffOptions options) {
        return schema.definitions().stream()
                .filter(one -> !isCompared(one, options))
                .map(one -> one.owner().orElse(one.object().name()).toString());
    }

    private static boolean isCompared(Definition one, DiffOptions options) {
        return options.include().test(one.object())
                && one.withParts(options.include()).equals(one);
    }
}
