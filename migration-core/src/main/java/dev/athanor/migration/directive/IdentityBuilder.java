package dev.athanor.migration.directive;

/** How an identity column counts. */
public final class IdentityBuilder extends CountingBuilder<IdentityBuilder> {

    IdentityBuilder(String type) {
        super(type);
    }

    @Override
    IdentityBuilder self() {
        return this;
    }
}
