package dev.athanor.migration.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

class DataSourceCredentialsTests {

    private static Properties properties(String... keysAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
        }
        return properties;
    }

    /** Exposes credentials as a pool such as Hikari does. */
    public static final class Pool extends Unwilling {

        public String getUsername() {
            return "app";
        }

        public String getPassword() {
            return "secret";
        }

        public Properties getDataSourceProperties() {
            return properties("sslmode", "require");
        }
    }

    /** Exposes no credentials. */
    public static class Unwilling extends AbstractDataSource {

        @Override
        public java.sql.Connection getConnection() {
            throw new UnsupportedOperationException();
        }

        @Override
        public java.sql.Connection getConnection(String username, String password) {
            throw new UnsupportedOperationException();
        }
    }

    /** Refuses to expose its password. */
    public static final class Secretive extends Unwilling {

        public String getPassword() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void ofAPool() {
        assertThat(DataSourceCredentials.of(new Pool(), "other"))
                .isEqualTo(properties("user", "app", "password", "secret", "sslmode", "require"));
    }

    @Test
    void behindProxies() {
        assertThat(DataSourceCredentials.of(
                        new DelegatingDataSource(new LazyConnectionDataSourceProxy(new Pool())), "other"))
                .isEqualTo(properties("user", "app", "password", "secret", "sslmode", "require"));
    }

    @Test
    void ofSpringsAndTheDriversOwn() {
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setUser("app");
        driver.setPassword("secret");

        assertThat(DataSourceCredentials.of(driver, "other"))
                .isEqualTo(properties("user", "app", "password", "secret"));
        assertThat(DataSourceCredentials.of(
                        new DriverManagerDataSource("jdbc:postgresql:app", "app", "secret"), "other"))
                .isEqualTo(properties("user", "app", "password", "secret"));
    }

    @Test
    void ofOneThatShowsNothingItIsWhoConnected() {
        assertThat(DataSourceCredentials.of(new Unwilling(), "app")).isEqualTo(properties("user", "app"));
        assertThat(DataSourceCredentials.of(new Secretive(), "app")).isEqualTo(properties("user", "app"));
    }
}
