package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.revision.RevisionHeader;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Finds the classes that carry a {@link RevisionHeader}; reads class files, and loads none. */
final class RevisionClassScanner extends ClassPathScanningCandidateComponentProvider {

    RevisionClassScanner(Environment environment, ResourceLoader resources) {
        super(false, environment);
        setResourceLoader(resources);
        addIncludeFilter(new AnnotationTypeFilter(RevisionHeader.class, false));
    }

    /**
     * Accepts classes that cannot be created as well. They are refused later, so that a header is never ignored
     * silently.
     */
    @Override
    protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
        return true;
    }

    /** Returns the names in alphabetical order, because a folder and a jar list them differently. */
    List<String> find(Collection<String> packages) {
        return packages.stream()
                .flatMap(name -> findCandidateComponents(name).stream())
                .map(BeanDefinition::getBeanClassName)
                .map(Objects::requireNonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
