package dev.athanor.demo.database;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/** The properties of the embedded database; reading the URL, by either of its names, starts it. */
final class EmbeddedDatabaseSource extends EnumerablePropertySource<EmbeddedDatabase.Settings> {

    static final String URL = "spring.datasource.url";
    static final String EMBEDDED_URL = "demo.database.url";
    static final String USERNAME = "spring.datasource.username";
    static final String PASSWORD = "spring.datasource.password";

    private static final List<String> NAMES = List.of(URL, EMBEDDED_URL, USERNAME, PASSWORD);

    EmbeddedDatabaseSource(EmbeddedDatabase.Settings settings) {
        super("embeddedDatabase", settings);
    }

    @Override
    public String[] getPropertyNames() {
        return NAMES.toArray(String[]::new);
    }

    @Override
    public boolean containsProperty(String name) {
        return NAMES.contains(name);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        return switch (name) {
            case URL, EMBEDDED_URL -> EmbeddedDatabase.url(getSource());
            case USERNAME, PASSWORD -> "postgres";
            default -> null;
        };
    }
}
