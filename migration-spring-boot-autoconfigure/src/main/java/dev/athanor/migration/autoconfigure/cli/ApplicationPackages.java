package dev.athanor.migration.autoconfigure.cli;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/** Finds the packages of an application that does not start: those that its auto-configuration would have. */
final class ApplicationPackages {

    private ApplicationPackages() {}

    static String[] of(SpringApplication application) {
        return application.getAllSources().stream()
                .filter(Class.class::isInstance)
                .map(source -> (Class<?>) source)
                .flatMap(source -> packages(source).stream())
                .distinct()
                .toArray(String[]::new);
    }

    private static Collection<String> packages(Class<?> source) {
        MergedAnnotation<AutoConfigurationPackage> annotation =
                MergedAnnotations.from(source, SearchStrategy.TYPE_HIERARCHY).get(AutoConfigurationPackage.class);
        List<String> named = annotation.isPresent() ? named(annotation) : List.of();
        return named.isEmpty() ? List.of(source.getPackageName()) : named;
    }

    private static List<String> named(MergedAnnotation<AutoConfigurationPackage> annotation) {
        return Stream.concat(
                        Stream.of(annotation.getStringArray("basePackages")),
                        Stream.of(annotation.getClassArray("basePackageClasses"))
                                .map(Class::getPackageName))
                .toList();
    }
}
