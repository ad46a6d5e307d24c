package dev.athanor.migration.shadow;

import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeansException;
import org.springframework.beans.PropertyAccessorFactory;

/**
 * Who connects, as pools and the driver's own data sources show it: a connection does not tell its password, and other
 * databases want it again.
 */
final class DataSourceCredentials {

    static final String USER = "user";

    private static final String PASSWORD = "password";

    private DataSourceCredentials() {}

    static Properties of(DataSource source, String user) {
        BeanWrapper bean = PropertyAccessorFactory.forBeanPropertyAccess(innermost(source));
        Properties properties = new Properties();
        if (first(bean, List.of("dataSourceProperties", "connectionProperties")) instanceof Properties more) {
            properties.putAll(more);
        }
        properties.setProperty(USER, first(bean, List.of("username", USER)) instanceof String known ? known : user);
        if (first(bean, List.of(PASSWORD)) instanceof String known) {
            properties.setProperty(PASSWORD, known);
        }
        return properties;
    }

    private static DataSource innermost(DataSource source) {
        BeanWrapper bean = PropertyAccessorFactory.forBeanPropertyAccess(source);
        Object inner = first(bean, List.of("targetDataSource", "dataSource"));
        return inner instanceof DataSource found && found != source ? innermost(found) : source;
    }

    private static @Nullable Object first(BeanWrapper bean, List<String> names) {
        return names.stream()
                .filter(bean::isReadableProperty)
                .map(name -> value(bean, name))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object value(BeanWrapper bean, String name) {
        try {
            return bean.getPropertyValue(name);
        } catch (BeansException e) {
            return null;
        }
    }
}
