package dev.athanor.migration.directive;

/**
 * Describes how an identity column counts.
 *
 * @since 0.1.0
 */
public final class IdentityBuilder extends CountingBuilder<IdentityBuilder> {

    IdentityBuilder(String type) {
        super(type);
    }

    @Override
    IdentityBuilder self() {
        return this;
    }
}
