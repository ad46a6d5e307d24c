package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.Difference;
import dev.athanor.migration.operation.EnumOperation.RenameEnumValue;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.SchemaObject;
import dev.athanor.migration.schema.Sequence;
import dev.athanor.migration.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the renames that the user names in the live schema and in the wanted one. */
final class GivenRenames {

    private static final String FORM = "Write `--rename users=accounts` for a table, index or sequence, `--rename"
            + " users.name=full_name` for a column, and `--rename mood.happy=glad` for a value of an enum type.";

    private final Schema live;
    private final Schema wanted;
    private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    private final List<Found> found = new ArrayList<>();

    /**
     * Represents one rename.
     *
     * @param object the object under its old name
     * @param to the new name
     */
    private record Found(SchemaObject object, String to, Operation operation) {

        Difference difference() {
            Optional<SchemaObject> table = object.kind().isOnTable()
                    ? Optional.of(SchemaObject.of(ObjectKind.TABLE, object.name()))
                    : Optional.empty();
            return new Difference(object, "renamed to " + to, Optional.empty(), table);
        }

        /** Returns the order of the rename: a column is renamed while its table still has the old name. */
        int rank() {
            return object.kind() == ObjectKind.TABLE ? 1 : 0;
        }

        /** Returns whether this takes the name that another one gives up. */
        boolean follows(Found other) {
            boolean part = object.kind() == ObjectKind.COLUMN || object.kind() == ObjectKind.ENUM_TYPE;
            return this != other
                    && object.kind() == other.object.kind()
                    && (part
                            ? object.name().equals(other.object.name()) && to.equals(other.object.part())
                            : to.equals(name(other.object)));
        }

        private static String name(SchemaObject object) {
            String part = object.part();
            return part == null ? object.name().name() : part;
        }
    }

    private GivenRenames(Schema live, Schema wanted) {
        this.live = live;
        this.wanted = wanted;
    }

    /**
     * Finds what is meant.
     *
     * @throws ComparisonException for an object that the one or the other schema does not have
     */
    static GivenRenames of(List<String> texts, Schema live, Schema wanted) {
        GivenRenames renames = new GivenRenames(live, wanted);
        List<String[]> split = texts.stream().map(GivenRenames::split).toList();
        split.forEach(renames::addTable);
        split.forEach(renames::add);
        renames.addOwnedSequences();
        return renames;
    }

    private static String[] split(String text) {
        String[] names = text.split("=", -1);
        if (names.length != 2 || names[0].isBlank() || names[1].isBlank()) {
            throw new ComparisonException("`--rename " + text + "` does not name an old and a new name.", FORM);
        }
        String old = names[0].strip();
        String to = names[1].strip();
        String prefix = old.substring(0, old.lastIndexOf('.') + 1);
        return new String[] {old, to.startsWith(prefix) ? to.substring(prefix.length()) : to};
    }

    private void addTable(String[] names) {
        live.tables().stream()
                .filter(table -> table.name().toString().equals(names[0]))
                .map(Table::name)
                .filter(name -> hasTable(name.sibling(names[1])))
                .forEach(name -> tables.put(name, name.sibling(names[1])));
    }

    private boolean hasTable(QualifiedName name) {
        return wanted.tables().stream().anyMatch(table -> table.name().equals(name));
    }

    private void add(String[] names) {
        List<Candidate> candidates =
                candidates(underOldName(names[0]), names[1]).toList();
        if (candidates.isEmpty()) {
            throw new ComparisonException(
                    "The database has no table, column, enum value, index or sequence " + names[0] + " to rename.",
                    FORM + " `migration check` shows what differs.");
        }
        Candidate candidate = candidates.stream()
                .filter(Candidate::isWanted)
                .findFirst()
                .orElseThrow(() -> new ComparisonException(
                        "The wanted schema has no " + candidates.get(0).target() + ", which "
                                + candidates.get(0).found().object() + " would be renamed to.",
                        "Correct the new name: `migration check` shows what differs."));
        found.add(candidate.found());
    }

    /** Returns the column under the old name of its table; the user may name it with the new one. */
    private String underOldName(String old) {
        return tables.entrySet().stream()
                .filter(entry -> old.startsWith(entry.getValue() + "."))
                .map(entry -> entry.getKey()
                        + old.substring(entry.getValue().toString().length()))
                .findFirst()
                .orElse(old);
    }

    /**
     * Represents an object of the live schema that the user may mean.
     *
     * @param target the object that it would become
     * @param isWanted whether the wanted schema has the target
     */
    private record Candidate(Found found, SchemaObject target, boolean isWanted) {}

    private Stream<Candidate> candidates(String old, String to) {
        return Stream.of(
                        live.tables().stream().flatMap(table -> ofTable(table, old, to)),
                        live.all(EnumType.class).stream().flatMap(type -> ofEnum(type, old, to)),
                        live.all(Sequence.class).stream()
                                .filter(sequence -> sequence.name().toString().equals(old))
                                .map(sequence -> ofSequence(sequence.name(), to)))
                .flatMap(all -> all);
    }

    private Stream<Candidate> ofTable(Table table, String old, String to) {
        QualifiedName name = table.name();
        Stream<Candidate> itself = name.toString().equals(old)
                ? Stream.of(new Candidate(
                        new Found(table.object(), to, new Rename(ObjectName.of(ObjectName.Kind.TABLE, name), to)),
                        SchemaObject.of(ObjectKind.TABLE, name.sibling(to)),
                        hasTable(name.sibling(to))))
                : Stream.empty();
        Stream<Candidate> columns = table.columns().stream()
                .filter(column -> old.equals(name + "." + column.name()))
                .map(column -> ofColumn(name, column, to));
        Stream<Candidate> indexes = table.indexes().stream()
                .filter(index -> name.sibling(index.name()).toString().equals(old))
                .map(index -> ofIndex(name, index, to));
        return Stream.of(itself, columns, indexes).flatMap(all -> all);
    }

    private Candidate ofColumn(QualifiedName table, Column column, String to) {
        QualifiedName wantedTable = tables.getOrDefault(table, table);
        return new Candidate(
                new Found(
                        new SchemaObject(ObjectKind.COLUMN, table, column.name()),
                        to,
                        new Rename(ObjectName.of(ObjectName.Kind.COLUMN, table, column.name()), to)),
                new SchemaObject(ObjectKind.COLUMN, wantedTable, to),
                wanted.tables().stream()
                        .filter(other -> other.name().equals(wantedTable))
                        .flatMap(other -> other.columns().stream())
                        .anyMatch(other -> other.name().equals(to)));
    }

    private Candidate ofIndex(QualifiedName table, Index index, String to) {
        QualifiedName wantedTable = tables.getOrDefault(table, table);
        return new Candidate(
                new Found(
                        index.object(table),
                        to,
                        new Rename(ObjectName.of(ObjectName.Kind.INDEX, table.sibling(index.name())), to)),
                new SchemaObject(ObjectKind.INDEX, wantedTable, to),
                wanted.tables().stream()
                        .filter(other -> other.name().equals(wantedTable))
                        .flatMap(other -> other.indexes().stream())
                        .anyMatch(other -> other.name().equals(to)));
    }

    private Stream<Candidate> ofEnum(EnumType type, String old, String to) {
        boolean there = wanted.all(EnumType.class).stream()
                .anyMatch(other ->
                        other.name().equals(type.name()) && other.values().contains(to));
        return type.values().stream()
                .filter(value -> old.equals(type.name() + "." + value))
                .map(value -> new Candidate(
                        new Found(
                                new SchemaObject(ObjectKind.ENUM_TYPE, type.name(), value),
                                to,
                                new RenameEnumValue(type.name(), value, to)),
                        new SchemaObject(ObjectKind.ENUM_TYPE, type.name(), to),
                        there));
    }

    private Candidate ofSequence(QualifiedName name, String to) {
        return new Candidate(
                new Found(
                        SchemaObject.of(ObjectKind.SEQUENCE, name),
                        to,
                        new Rename(ObjectName.of(ObjectName.Kind.SEQUENCE, name), to)),
                SchemaObject.of(ObjectKind.SEQUENCE, name.sibling(to)),
                wanted.all(Sequence.class).stream()
                        .anyMatch(other -> other.name().equals(name.sibling(to))));
    }

    /**
     * Adds the sequences of serial columns, which are named after table and column: a new sequence would begin at 1.
     */
    private void addOwnedSequences() {
        for (Sequence sequence : live.all(Sequence.class)) {
            Optional.ofNullable(sequence.ownedBy())
                    .flatMap(this::ownedAfterwards)
                    .map(Sequence::name)
                    .filter(name -> !name.equals(sequence.name())
                            && name.equals(sequence.name().sibling(name.name())))
                    .filter(name -> found.stream().noneMatch(one -> one.object().equals(sequence.object())))
                    .ifPresent(name ->
                            found.add(ofSequence(sequence.name(), name.name()).found()));
        }
    }

    /** Returns the wanted sequence of a column that is renamed, or whose table is. */
    private Optional<Sequence> ownedAfterwards(Sequence.Owner owner) {
        QualifiedName table = tables.getOrDefault(owner.table(), owner.table());
        String column = found.stream()
                .filter(one -> one.object().equals(new SchemaObject(ObjectKind.COLUMN, owner.table(), owner.column())))
                .map(Found::to)
                .findFirst()
                .orElse(owner.column());
        Sequence.Owner now = new Sequence.Owner(table, column);
        return wanted.all(Sequence.class).stream()
                .filter(sequence -> !now.equals(owner) && now.equals(sequence.ownedBy()))
                .findFirst();
    }

    /**
     * Returns the operations, a name given up before it is taken.
     *
     * @throws ComparisonException where two objects would change their names
     */
    List<Operation> operations() {
        List<Found> left = new ArrayList<>(found);
        left.sort(Comparator.comparing(Found::rank));
        List<Operation> operations = new ArrayList<>();
        while (!left.isEmpty()) {
            Found next = left.stream()
                    .filter(one -> left.stream().noneMatch(one::follows))
                    .findFirst()
                    .orElseThrow(() -> new ComparisonException(
                            "The renamings of " + left.get(0).object() + " go in a circle.",
                            "Give one of them a name in between, in a separate revision."));
            left.remove(next);
            operations.add(next.operation());
        }
        return operations;
    }

    List<Difference> differences() {
        return found.stream().map(Found::difference).toList();
    }
}
