package dev.athanor.migration.directive;

import dev.athanor.migration.schema.QualifiedName;

/** The schema that names without one are in. */
@FunctionalInterface
interface Naming {

    QualifiedName named(String name);
}
