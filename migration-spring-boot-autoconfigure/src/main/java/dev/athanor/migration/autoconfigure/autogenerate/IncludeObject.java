package dev.athanor.migration.autoconfigure.autogenerate;

import dev.athanor.migration.schema.SchemaObject;
import java.util.function.Predicate;

/**
 * Decides which objects are compared at all, like Alembic's {@code include_object}. If there are several beans, all
 * must agree.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface IncludeObject extends Predicate<SchemaObject> {}
