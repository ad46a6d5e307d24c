package dev.athanor.migration.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseAddressTests {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://localhost:5432/app, jdbc:postgresql://localhost:5432/other",
        "jdbc:postgresql://localhost/app?sslmode=require&x=a/b, jdbc:postgresql://localhost/other?sslmode=require&x=a/b",
        "'jdbc:postgresql://one:1,two:2/app', 'jdbc:postgresql://one:1,two:2/other'",
        "jdbc:postgresql://[::1]:5432/app, jdbc:postgresql://[::1]:5432/other",
        "jdbc:postgresql://localhost/, jdbc:postgresql://localhost/other",
        "jdbc:postgresql://localhost, jdbc:postgresql://localhost/other",
        "jdbc:postgresql:app, jdbc:postgresql:other",
        "jdbc:postgresql:/, jdbc:postgresql:other",
        "jdbc:postgresql:app?user=me, jdbc:postgresql:other?user=me"
    })
    void anotherDatabaseOfTheSameServer(String url, String expected) {
        assertThat(DatabaseAddress.url(url, "other")).isEqualTo(expected);
    }
}
