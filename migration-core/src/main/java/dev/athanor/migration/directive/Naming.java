package dev.athanor.migration.directive;

import dev.athanor.migration.schema.QualifiedName;

/** Completes unqualified names with a schema. */
@FunctionalInterface
interface Naming {

    QualifiedName named(String name);
}
