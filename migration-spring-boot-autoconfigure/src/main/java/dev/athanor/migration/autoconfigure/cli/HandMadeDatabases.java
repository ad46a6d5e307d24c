package dev.athanor.migration.autoconfigure.cli;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autoconfigure.ConfiguredDatabases;
import dev.athanor.migration.autoconfigure.MigrationDataSource;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;

/** Finds out whether beans of the application belong to its databases; reads class files, and loads none. */
final class HandMadeDatabases extends ClassPathScanningCandidateComponentProvider {

    HandMadeDatabases(Environment environment, ResourceLoader resources) {
        super(false, environment);
        setResourceLoader(resources);
        addIncludeFilter((reader, factory) -> defines(reader.getAnnotationMetadata()));
    }

    /** Classes of the application itself are configuration whatever they look like. */
    @Override
    protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
        return true;
    }

    boolean areIn(String... packages) {
        return ConfiguredDatabases.nameBeans(getEnvironment())
                || Stream.of(packages)
                        .anyMatch(name -> !findCandidateComponents(name).isEmpty());
    }

    private static boolean defines(AnnotationMetadata type) {
        boolean marks = Stream.concat(
                        Stream.of(type), type.getAnnotatedMethods(MigrationDataSource.class.getName()).stream())
                .map(element -> element.getAnnotations().get(MigrationDataSource.class))
                .anyMatch(mark -> mark.isPresent() && !mark.getString("value").isEmpty());
        return marks
                || type.getAnnotatedMethods(Bean.class.getName()).stream()
                        .anyMatch(method -> method.getReturnTypeName().equals(Migrations.class.getName()));
    }
}
