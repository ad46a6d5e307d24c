package dev.athanor.migration.directive;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.operation.Rename;
import dev.athanor.migration.operation.TypeOperation.AlterComposite;
import dev.athanor.migration.operation.TypeOperation.AlterDomain;
import dev.athanor.migration.operation.TypeOperation.CreateComposite;
import dev.athanor.migration.operation.TypeOperation.CreateDomain;
import dev.athanor.migration.operation.TypeOperation.DropComposite;
import dev.athanor.migration.operation.TypeOperation.DropDomain;
import dev.athanor.migration.schema.CompositeType;
import dev.athanor.migration.schema.Domain;
import java.util.function.Consumer;

/**
 * Directives for composite types and domains.
 *
 * @since 0.1.0
 */
public interface TypeDirectives extends DirectiveSink {

    /** Issues {@code CREATE TYPE … AS (…)}. */
    default void createComposite(String name, Consumer<CompositeBuilder> definition) {
        invoke(new CreateComposite(composite(name, definition)));
    }

    /** Issues {@code DROP TYPE}; it has no reverse. */
    default void dropComposite(String name, DropOptions options) {
        invoke(new DropComposite(named(name), null, options));
    }

    /** Issues {@code DROP TYPE}; the reverse creates the object again from the definition. */
    default void dropComposite(String name, Consumer<CompositeBuilder> definition) {
        dropComposite(name, DropOptions.PLAIN, definition);
    }

    /** Issues {@code DROP TYPE}; the reverse creates the object again from the definition. */
    default void dropComposite(String name, DropOptions options, Consumer<CompositeBuilder> definition) {
        invoke(new DropComposite(named(name), composite(name, definition), options));
    }

    /**
     * Issues {@code ALTER TYPE … ADD ATTRIBUTE} and similar commands, which change the type from one definition to
     * the other.
     */
    default void alterComposite(String name, Consumer<CompositeBuilder> from, Consumer<CompositeBuilder> to) {
        invoke(new AlterComposite(composite(name, from), composite(name, to)));
    }

    /** Issues {@code ALTER TYPE … RENAME ATTRIBUTE}. */
    default void renameAttribute(String type, String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.ATTRIBUTE, named(type), from), to));
    }

    /** Issues {@code ALTER TYPE … RENAME TO} for an enum or a composite type. */
    default void renameType(String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.TYPE, named(from)), to));
    }

    /** Issues {@code CREATE DOMAIN}. */
    default void createDomain(String name, String type) {
        createDomain(name, type, domain -> {});
    }

    /**
     * Issues {@code CREATE DOMAIN}: {@code op.createDomain("age", "integer", d -> d.check("age_check", "VALUE > 0"))}.
     */
    default void createDomain(String name, String type, Consumer<DomainBuilder> definition) {
        invoke(new CreateDomain(domain(name, type, definition)));
    }

    /** Issues {@code DROP DOMAIN}; it has no reverse. */
    default void dropDomain(String name, DropOptions options) {
        invoke(new DropDomain(named(name), null, options));
    }

    /** Issues {@code DROP DOMAIN}; the reverse creates a domain of the type. */
    default void dropDomain(String name, String type) {
        dropDomain(name, DropOptions.PLAIN, type, domain -> {});
    }

    /** Issues {@code DROP DOMAIN}; the reverse creates the object again from the definition. */
    default void dropDomain(String name, DropOptions options, String type, Consumer<DomainBuilder> definition) {
        invoke(new DropDomain(named(name), domain(name, type, definition), options));
    }

    /** Issues {@code ALTER DOMAIN}, which changes the object from one definition to the other. */
    default void alterDomain(String name, String type, Consumer<DomainBuilder> from, Consumer<DomainBuilder> to) {
        invoke(new AlterDomain(domain(name, type, from), domain(name, type, to)));
    }

    /** Issues {@code ALTER DOMAIN … RENAME TO}. */
    default void renameDomain(String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.DOMAIN, named(from)), to));
    }

    /** Issues {@code ALTER DOMAIN … RENAME CONSTRAINT}. */
    default void renameDomainConstraint(String domain, String from, String to) {
        invoke(new Rename(ObjectName.of(Kind.DOMAIN_CONSTRAINT, named(domain), from), to));
    }

    private CompositeType composite(String name, Consumer<CompositeBuilder> definition) {
        CompositeBuilder builder = new CompositeBuilder();
        definition.accept(builder);
        return builder.type(named(name));
    }

    private Domain domain(String name, String type, Consumer<DomainBuilder> definition) {
        DomainBuilder builder = new DomainBuilder();
        definition.accept(builder);
        return builder.domain(named(name), type);
    }
}
