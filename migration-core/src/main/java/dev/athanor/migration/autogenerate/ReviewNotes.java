package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.ColumnOrderDifference;
import dev.athanor.migration.diff.RenameSuggestion;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.operation.EnumOperation.RenameEnumValue;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Holds the notes at the top of a generated revision's sections.
 *
 * @param upgrade the notes of the upgrade
 * @param downgrade the notes of the downgrade
 */
record ReviewNotes(List<ReviewNote> upgrade, List<ReviewNote> downgrade) {

    /** Holds no notes. */
    static final ReviewNotes NONE = new ReviewNotes(List.of(), List.of());

    /** Holds the notes of a revision that runs outside of a transaction. */
    static final ReviewNotes OUTSIDE = new ReviewNotes(
            List.of(ReviewNote.of("Outside of a transaction, so that writers to these tables do not wait meanwhile.")),
            List.of());

    private static final String FOLLOWS =
            "What reads all rows of a table that has some follows in the next revision, outside of a transaction.";

    ReviewNotes {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /**
     * Returns the notes of a revision that runs in a transaction.
     *
     * @param restored the tables whose columns the downgrade leaves in another order
     */
    static ReviewNotes of(SchemaDiff diff, List<ColumnOrderDifference> restored) {
        List<ReviewNote> up = new ArrayList<>();
        List<ReviewNote> down = new ArrayList<>();
        for (RenameSuggestion suggestion : diff.suggestions()) {
            Operation rename = rename(suggestion);
            up.add(ReviewNote.of(question(suggestion) + "in place of adding the one and dropping the other:", rename));
            down.add(ReviewNote.of(question(suggestion) + "here:", rename.reverse()));
        }
        diff.columnOrder().forEach(order -> up.add(order(order)));
        diff.declarations().forEach(one -> up.add(ReviewNote.of("Lesser finding: " + one)));
        restored.forEach(order -> down.add(order(order)));
        if (!diff.afterwards().isEmpty()) {
            up.add(ReviewNote.of(FOLLOWS));
        }
        return new ReviewNotes(up, down);
    }

    private static String question(RenameSuggestion suggestion) {
        return "Is " + suggestion.added() + " a new name for " + suggestion.dropped() + "?\nIf so, write this ";
    }

    private static ReviewNote order(ColumnOrderDifference order) {
        return ReviewNote.of("Lesser finding, since PostgreSQL cannot move columns:\n" + order + ".");
    }

    private static Operation rename(RenameSuggestion suggestion) {
        SchemaObject from = suggestion.dropped();
        SchemaObject to = suggestion.added();
        return switch (from.kind()) {
            case TABLE ->
                new Rename(
                        ObjectName.of(ObjectName.Kind.TABLE, from.name()),
                        to.name().name());
            case COLUMN -> new Rename(ObjectName.of(ObjectName.Kind.COLUMN, from.name(), part(from)), part(to));
            case SEQUENCE ->
                new Rename(
                        ObjectName.of(ObjectName.Kind.SEQUENCE, from.name()),
                        to.name().name());
            case ENUM_TYPE -> new RenameEnumValue(from.name(), part(from), part(to));
            case SCHEMA,
                    EXTENSION,
                    DOMAIN,
                    COMPOSITE_TYPE,
                    FUNCTION,
                    CONSTRAINT,
                    INDEX,
                    VIEW,
                    TRIGGER,
                    LANGUAGE,
                    ACCESS_METHOD,
                    COLLATION,
                    CONVERSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    BASE_TYPE,
                    RANGE_TYPE,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TRANSFORM,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_TABLE,
                    STATISTICS,
                    RULE,
                    POLICY,
                    PUBLICATION,
                    PUBLICATION_TABLE,
                    PUBLICATION_SCHEMA,
                    EVENT_TRIGGER -> throw new IllegalArgumentException("No way to rename " + from);
        };
    }

    private static String part(SchemaObject object) {
        return Objects.requireNonNull(object.part(), object::toString);
    }
}
