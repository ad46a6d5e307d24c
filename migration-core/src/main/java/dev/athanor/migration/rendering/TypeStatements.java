package dev.athanor.migration.rendering;

import dev.athanor.migration.operation.EnumOperation;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.TypeOperation;
import dev.athanor.migration.operation.TypeOperation.AlterComposite;
import dev.athanor.migration.operation.TypeOperation.AlterDomain;
import dev.athanor.migration.operation.TypeOperation.CreateComposite;
import dev.athanor.migration.operation.TypeOperation.CreateDomain;
import dev.athanor.migration.operation.TypeOperation.DropComposite;
import dev.athanor.migration.operation.TypeOperation.DropDomain;
import dev.athanor.migration.schema.CompositeType;
import dev.athanor.migration.schema.CompositeType.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Renders operations on composite types and, with {@link DomainStatements} and {@link EnumStatements}, on other types.
 */
final class TypeStatements implements TypeOperation.Visitor<List<String>> {

    private TypeStatements() {}

    static List<String> of(TypeOperation operation) {
        return operation.accept(new TypeStatements());
    }

    @Override
    public List<String> enumType(EnumOperation operation) {
        return EnumStatements.of(operation);
    }

    @Override
    public List<String> createComposite(CreateComposite creation) {
        return create(creation.type());
    }

    @Override
    public List<String> dropComposite(DropComposite drop) {
        return List.of(Clauses.drop("TYPE", Names.of(drop.name()), drop.options()));
    }

    @Override
    public List<String> alterComposite(AlterComposite change) {
        List<String> statements = new ArrayList<>();
        List<String> actions = actions(change.from(), change.to());
        if (!actions.isEmpty()) {
            statements.add("ALTER TYPE " + Names.of(change.to().name()) + (actions.size() == 1 ? " " : "\n    ")
                    + String.join(",\n    ", actions));
        }
        if (!Objects.equals(change.from().comment(), change.to().comment())) {
            statements.add(CommentText.of(
                    ObjectName.of(Kind.TYPE, change.to().name()), change.to().comment()));
        }
        return statements;
    }

    @Override
    public List<String> createDomain(CreateDomain creation) {
        return DomainStatements.create(creation.domain());
    }

    @Override
    public List<String> dropDomain(DropDomain drop) {
        return List.of(Clauses.drop("DOMAIN", Names.of(drop.name()), drop.options()));
    }

    @Override
    public List<String> alterDomain(AlterDomain change) {
        return DomainStatements.alter(change);
    }

    private static List<String> create(CompositeType type) {
        List<String> statements = new ArrayList<>();
        String attributes = type.attributes().isEmpty()
                ? "()"
                : type.attributes().stream()
                        .map(TypeStatements::text)
                        .collect(Collectors.joining(",\n    ", "(\n    ", "\n)"));
        statements.add("CREATE TYPE " + Names.of(type.name()) + " AS " + attributes);
        statements.addAll(CommentText.ifAny(ObjectName.of(Kind.TYPE, type.name()), type.comment()));
        return statements;
    }

    private static String text(Attribute attribute) {
        return Names.of(attribute.name()) + " " + attribute.type() + ColumnText.collate(attribute.collation());
    }

    private static List<String> actions(CompositeType from, CompositeType to) {
        List<String> actions = new ArrayList<>();
        from.attributes().stream()
                .filter(attribute -> !has(to, attribute))
                .forEach(attribute -> actions.add("DROP ATTRIBUTE " + Names.of(attribute.name())));
        for (Attribute attribute : to.attributes()) {
            if (!has(from, attribute)) {
                actions.add("ADD ATTRIBUTE " + text(attribute));
            } else if (!from.attributes().contains(attribute)) {
                actions.add("ALTER ATTRIBUTE " + Names.of(attribute.name()) + " TYPE " + attribute.type()
                        + ColumnText.collate(attribute.collation()));
            }
        }
        return actions;
    }

    private static boolean has(CompositeType type, Attribute wanted) {
        return type.attributes().stream().anyMatch(attribute -> attribute.name().equals(wanted.name()));
    }
}
