package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.autoconfigure.MigrationProperties;
import dev.athanor.migration.source.DevelopmentFolders;
import dev.athanor.migration.source.DevelopmentFolders.Choice;
import dev.athanor.migration.source.SourceDifference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Finds the source folders that commands read beside the class path; the application itself never reads them. */
final class CommandSources {

    private CommandSources() {}

    static void register(ConfigurableApplicationContext context, SpringApplication application, Streams streams) {
        CommandProject project = CommandProject.of(application);
        context.getBeanFactory().registerSingleton("migrationCommandProject", project);
        RootBeanDefinition folders = new RootBeanDefinition(
                DevelopmentFolders.class, () -> folders(context, project, new SourceNotes(streams.err(), project)));
        ((BeanDefinitionRegistry) context.getBeanFactory())
                .registerBeanDefinition("migrationDevelopmentFolders", folders);
    }

    private static DevelopmentFolders folders(
            ConfigurableApplicationContext context, CommandProject project, Consumer<List<SourceDifference>> notes) {
        MigrationProperties properties = context.getBean(MigrationProperties.class);
        List<String> named = properties.developmentLocations();
        if (named != null) {
            return new DevelopmentFolders(named(named, project), Choice.NAMED, notes);
        }
        return Container.isAround(context.getEnvironment())
                ? DevelopmentFolders.NONE
                : new DevelopmentFolders(found(properties, project), Choice.FOUND, notes);
    }

    private static List<Path> named(List<String> names, CommandProject project) {
        return names.stream()
                .map(name -> Path.of(Locations.withoutPrefix(name)))
                .map(path -> project.find(path).orElse(path))
                .toList();
    }

    static List<Path> found(MigrationProperties properties, CommandProject project) {
        if (!project.exists()) {
            return List.of();
        }
        Locations locations = Locations.of(properties);
        return Stream.concat(properties.directory().stream().map(Path::of), locations.usualSources())
                .flatMap(path -> project.find(path).stream())
                .filter(path -> Files.isDirectory(project.here().resolve(path)))
                .filter(locations::areBuiltFrom)
                .distinct()
                .toList();
    }
}
