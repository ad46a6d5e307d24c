package dev.athanor.migration.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.javaapp.JavaApplication;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.testapp.Note;
import dev.athanor.testapp.NotesApplication;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.boot.jpa.test.autoconfigure.TestEntityManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Slice tests of applications find the upgraded schema. */
class SlicesIT {

    private static final TestDatabase JPA = PostgresServer.get().createDatabase("datajpatest");
    private static final TestDatabase JDBC = PostgresServer.get().createDatabase("jdbctest");
    private static final TestDatabase JAVA = PostgresServer.get().createDatabase("javatest");

    private static void use(TestDatabase database, DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::user);
        registry.add("spring.datasource.password", database::password);
    }

    @Nested
    @DataJpaTest
    @AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
    @ContextConfiguration(classes = NotesApplication.class)
    class InADataJpaTest {

        @DynamicPropertySource
        static void database(DynamicPropertyRegistry registry) {
            use(JPA, registry);
        }

        @Test
        void theSchemaIsThere(@Autowired TestEntityManager entities) {
            Note note = entities.persistFlushFind(new Note("hello", "somebody"));

            assertThat(note).hasToString("hello by somebody");
        }
    }

    @Nested
    @JdbcTest
    @AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
    @ContextConfiguration(classes = NotesApplication.class)
    class InAJdbcTest {

        @DynamicPropertySource
        static void database(DynamicPropertyRegistry registry) {
            use(JDBC, registry);
        }

        @Test
        void theSchemaIsThere(@Autowired JdbcClient client) {
            assertThat(client.sql("SELECT count(*) FROM note").query(Long.class).single())
                    .isZero();
        }
    }

    @Nested
    @JdbcTest(properties = {"migration.locations=classpath:db/nothing-here", "migration.target=c0a2"})
    @AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
    @ContextConfiguration(classes = JavaApplication.class)
    class InAJdbcTestOfAnApplicationWithRevisionsInJava {

        @DynamicPropertySource
        static void database(DynamicPropertyRegistry registry) {
            use(JAVA, registry);
        }

        @Test
        void theyHaveRunWithWhatTheyImport(@Autowired JdbcClient client) {
            assertThat(client.sql("SELECT slug FROM article ORDER BY id")
                            .query(String.class)
                            .list())
                    .containsExactly("ein-haus", "two-doors");
        }
    }
}
