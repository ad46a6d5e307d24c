package dev.athanor.migration.operation;

import dev.athanor.migration.error.MigrationException;
import dev.athanor.migration.schema.CompositeType;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Describes what happens to a composite type or a domain; {@link EnumOperation} describes what happens to an enum.
 *
 * @since 0.1.0
 */
public sealed interface TypeOperation extends Operation
        permits EnumOperation, TypeOperation.Composite, TypeOperation.OfDomain {

    /** Returns the visitor's answer for this kind of type operation. */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.type(this);
    }

    /**
     * Answers for each kind of type operation: code that forgets a kind does not compile.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for {@link EnumOperation}. */
        R enumType(EnumOperation operation);

        /** Answers for {@link CreateComposite}. */
        R createComposite(CreateComposite operation);

        /** Answers for {@link DropComposite}. */
        R dropComposite(DropComposite operation);

        /** Answers for {@link AlterComposite}. */
        R alterComposite(AlterComposite operation);

        /** Answers for {@link CreateDomain}. */
        R createDomain(CreateDomain operation);

        /** Answers for {@link DropDomain}. */
        R dropDomain(DropDomain operation);

        /** Answers for {@link AlterDomain}. */
        R alterDomain(AlterDomain operation);
    }

    /** Describes what happens to a composite type. */
    sealed interface Composite extends TypeOperation {}

    /** Describes what happens to a domain. */
    sealed interface OfDomain extends TypeOperation {}

    /** Represents {@code CREATE TYPE … AS (…)}, with the comment. */
    record CreateComposite(CompositeType type) implements Composite {

        @Override
        public Operation reverse() {
            return new DropComposite(type.name(), type, DropOptions.PLAIN);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createComposite(this);
        }
    }

    /**
     * Represents {@code DROP TYPE} of a composite type.
     *
     * @param definition the previous definition, for the reverse
     */
    record DropComposite(QualifiedName name, @Nullable CompositeType definition, DropOptions options)
            implements Composite {

        @Override
        public Operation reverse() {
            if (definition == null) {
                throw IrreversibleOperationException.missing(
                        "Dropping type " + name,
                        "its definition",
                        Call.to("dropComposite", name.name()).lambda("t -> …").text());
            }
            return new CreateComposite(definition);
        }

        @Override
        public boolean destructive() {
            return options.cascade();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropComposite(this);
        }
    }

    /**
     * Represents {@code ALTER TYPE … ADD ATTRIBUTE}, {@code DROP ATTRIBUTE} and {@code ALTER ATTRIBUTE}, which change
     * the type from one definition to another.
     */
    record AlterComposite(CompositeType from, CompositeType to) implements Composite {

        public AlterComposite {
            checkSame("type", from.name(), to.name());
        }

        @Override
        public Operation reverse() {
            return new AlterComposite(to, from);
        }

        @Override
        public boolean destructive() {
            return !to.attributes().containsAll(from.attributes());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterComposite(this);
        }
    }

    /** Represents {@code CREATE DOMAIN}, with its comments. */
    record CreateDomain(Domain domain) implements OfDomain {

        @Override
        public Operation reverse() {
            return new DropDomain(domain.name(), domain, DropOptions.PLAIN);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createDomain(this);
        }
    }

    /**
     * Represents {@code DROP DOMAIN}.
     *
     * @param definition the previous definition, for the reverse
     */
    record DropDomain(QualifiedName name, @Nullable Domain definition, DropOptions options) implements OfDomain {

        @Override
        public Operation reverse() {
            if (definition == null) {
                throw IrreversibleOperationException.missing(
                        "Dropping domain " + name,
                        "its definition",
                        Call.to("dropDomain", name.name(), "type").text());
            }
            return new CreateDomain(definition);
        }

        @Override
        public boolean destructive() {
            return options.cascade();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropDomain(this);
        }
    }

    /** Represents {@code ALTER DOMAIN}, which changes a domain over the same type from one definition to another. */
    record AlterDomain(Domain from, Domain to) implements OfDomain {

        public AlterDomain {
            checkSame("domain", from.name(), to.name());
            if (!from.type().equals(to.type())) {
                throw new MigrationException(
                        "Domain " + from.name() + " cannot go from " + from.type() + " to " + to.type()
                                + ": PostgreSQL keeps the type below a domain.",
                        "Create another domain, change the columns' type, and drop this one.");
            }
        }

        @Override
        public Operation reverse() {
            return new AlterDomain(to, from);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterDomain(this);
        }
    }

    private static void checkSame(String what, QualifiedName from, QualifiedName to) {
        if (!from.equals(to)) {
            throw new MigrationException(
                    "Altering " + what + " " + from + " cannot make it " + what + " " + to + ".",
                    "Rename it first, and alter it under its new name.");
        }
    }
}
