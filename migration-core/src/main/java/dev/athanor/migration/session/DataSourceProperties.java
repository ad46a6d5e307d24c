package dev.athanor.migration.session;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeansException;
import org.springframework.beans.PropertyAccessorFactory;

/**
 * Reads the bean properties of a data source, or of the innermost data source that it wraps. Pools use different names
 * for the same property.
 *
 * @since 0.1.0
 */
public final class DataSourceProperties {

    private static final List<String> WRAPPED = List.of("targetDataSource", "dataSource");

    private final BeanWrapper bean;

    private DataSourceProperties(BeanWrapper bean) {
        this.bean = bean;
    }

    /** Returns the properties of the innermost data source. */
    public static DataSourceProperties of(DataSource source) {
        DataSourceProperties own = new DataSourceProperties(PropertyAccessorFactory.forBeanPropertyAccess(source));
        return own.first(WRAPPED, DataSource.class)
                .filter(inner -> inner != source)
                .map(DataSourceProperties::of)
                .orElse(own);
    }

    /** Returns the value of the first of the names that has a value, or empty if that value has another type. */
    public <T> Optional<T> first(List<String> names, Class<T> type) {
        return names.stream()
                .filter(bean::isReadableProperty)
                .map(this::value)
                .filter(Objects::nonNull)
                .findFirst()
                .filter(type::isInstance)
                .map(type::cast);
    }

    private @Nullable Object value(String name) {
        try {
            return bean.getPropertyValue(name);
        } catch (BeansException e) {
            // a property whose getter fails counts as missing
            return null;
        }
    }
}
