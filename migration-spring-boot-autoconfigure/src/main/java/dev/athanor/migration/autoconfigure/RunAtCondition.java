package dev.athanor.migration.autoconfigure;

import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches if a database upgrades at a moment of the start: the default one, or a further one. */
abstract class RunAtCondition implements Condition {

    private static final String DEFAULT = "ready";

    private final String moment;

    private RunAtCondition(String moment) {
        this.moment = moment;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        return Stream.concat(
                        Stream.of("migration"),
                        DatabaseNames.found(environment).stream().map(name -> "migration.databases." + name))
                .map(prefix -> Binder.get(environment)
                        .bind(prefix + ".run-at", String.class)
                        .orElse(prefix.equals("migration") ? DEFAULT : ""))
                .anyMatch(moment::equalsIgnoreCase);
    }

    static final class Ready extends RunAtCondition {

        Ready() {
            super(DEFAULT);
        }
    }

    static final class Initialization extends RunAtCondition {

        Initialization() {
            super("initialization");
        }
    }
}
