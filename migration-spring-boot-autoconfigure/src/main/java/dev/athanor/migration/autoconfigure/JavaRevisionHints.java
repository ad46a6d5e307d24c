package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.revision.RevisionHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.support.RegisteredBean;

/**
 * Keeps the classes of revisions in Java for ahead-of-time processing, as they are looked up: by name, with header
 * and methods.
 */
final class JavaRevisionHints implements BeanRegistrationAotProcessor {

    @Override
    public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean registeredBean) {
        Class<?> type = registeredBean.getBeanClass();
        return type.isAnnotationPresent(RevisionHeader.class)
                ? (context, code) -> context.getRuntimeHints().reflection().registerType(type)
                : null;
    }
}
