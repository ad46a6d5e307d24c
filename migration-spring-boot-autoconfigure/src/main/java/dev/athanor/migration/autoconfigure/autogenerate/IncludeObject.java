package dev.athanor.migration.autoconfigure.autogenerate;

import dev.athanor.migration.schema.SchemaObject;
import java.util.function.Predicate;

/**
 * A bean that says which objects are compared at all, as Alembic's {@code include_object}; several must agree.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface IncludeObject extends Predicate<SchemaObject> {}
