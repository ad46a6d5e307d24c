package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.autoconfigure.MigrationProperties.CliContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Runs a migration command in place of the application, where its first argument that is no option is
 * {@code migration}.
 *
 * <p>As soon as the application's Environment is there, the command runs in a small context of its own and the process
 * ends: the application's beans and web server do not start. With {@code migration.cli.context=full} the application's
 * context is refreshed first, without a web server and lazily.
 */
final class MigrationCommandLine implements SpringApplicationRunListener, Ordered {

    private final SpringApplication application;
    private final String[] all;
    private final Optional<List<String>> arguments;
    private final Optional<Streams> streams;
    private CommandExit exit = System::exit;

    MigrationCommandLine(SpringApplication application, String[] arguments) {
        this.application = application;
        this.all = arguments.clone();
        this.arguments = CommandArguments.of(arguments);
        this.streams = this.arguments.map(command -> Streams.take());
    }

    /** Runs after the listener that reads configuration files and starts logging. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void environmentPrepared(ConfigurableBootstrapContext bootstrap, ConfigurableEnvironment environment) {
        if (!concerns(environment)) {
            hint(environment);
            return;
        }
        CommandExit replacement = bootstrap.getOrElse(CommandExit.class, null);
        exit = replacement == null ? exit : replacement;
        if (environment.getProperty("migration.cli.context", CliContext.class, CliContext.SLIM) == CliContext.FULL) {
            FullContext.prepare(application, environment, streams.orElseThrow(), arguments.orElseThrow());
            return;
        }
        end(SlimContext.run(application, environment, streams.orElseThrow(), arguments.orElseThrow()));
    }

    /** Runs with the full context only: the application is refreshed, and nothing of it has run yet. */
    @Override
    public void started(ConfigurableApplicationContext context, @Nullable Duration timeTaken) {
        if (concerns(context.getEnvironment())) {
            Streams taken = streams.orElseThrow();
            CommandScope scope = new CommandScope(() -> context, () -> context, taken);
            int code = Commands.run(scope, taken, arguments.orElseThrow());
            context.close();
            end(code);
        }
    }

    private boolean concerns(ConfigurableEnvironment environment) {
        return arguments.isPresent() && isEnabled(environment);
    }

    private void hint(ConfigurableEnvironment environment) {
        if (isEnabled(environment) && environment.getProperty("migration.enabled", Boolean.class, true)) {
            ForgottenWord.hint(all);
        }
    }

    private static boolean isEnabled(ConfigurableEnvironment environment) {
        return environment.getProperty("migration.cli.enabled", Boolean.class, true);
    }

    private void end(int code) {
        streams.ifPresent(Streams::giveBack);
        exit.exit(code);
        throw new SpringApplication.AbandonedRunException();
    }
}
