package dev.athanor.migration.directive;

/** Describes how an identity column counts. */
public final class IdentityBuilder extends CountingBuilder<IdentityBuilder> {

    IdentityBuilder(String type) {
        super(type);
    }

    @Override
    IdentityBuilder self() {
        return this;
    }
}
