package dev.athanor.migration.autoconfigure.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.brokenlibrary.Nameless;
import dev.athanor.library.Book;
import dev.athanor.library.LoudDialect;
import dev.athanor.library.Rounding;
import dev.athanor.migration.error.MigrationException;
import dev.athanor.orderlibrary.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.junit.jupiter.api.Test;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class EntityDdlTests {

    private static final Server SERVER = new Server("PostgreSQL", 18, 0, "PostgreSQL JDBC Driver");

    private static final String SHELF = "create table shelf (number integer not null, primary key (number))";
    private static final String SEQUENCE = "create sequence book_seq start with 1 increment by 50";
    private static final String BOOK = "create table book (id bigint not null, book_title varchar(80) not null, price"
            + " integer, binding smallint check ((binding between 0 and 1)), shelf_number integer, primary key (id))";
    private static final String READERS = "create table readers (number integer not null, primary key (number))";
    private static final String KEY =
            "alter table if exists book add constraint FKpf9t7v2sfsk89baiip8ynvmbw foreign key"
                    + " (shelf_number) references shelf";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Library.class)
            .withPropertyValues("spring.jpa.mapping-resources=dev/athanor/library/reader.xml");

    private static List<String> ddl(ApplicationContextRunner runner, String... others) {
        List<String> ddl = new ArrayList<>();
        runner.run(context -> ddl.addAll(new EntityDdl(context)
                .statements(new ScriptSettings("library", ComparedSchemas.of(List.of(others)), SERVER))));
        return ddl;
    }

    @Test
    void convertersConstraintsAndMappingFilesCount() {
        assertThat(ddl(application)).containsExactly(SHELF, SEQUENCE, BOOK, READERS, KEY);
    }

    @Test
    void whatIsInAnotherSchemaIsThereWhereThatIsCompared() {
        assertThat(ddl(application, "desk"))
                .containsExactlyInAnyOrder(
                        "create schema desk",
                        "create table desk.loan (number integer not null, primary key (number))",
                        SHELF,
                        SEQUENCE,
                        BOOK,
                        READERS,
                        KEY);
    }

    @Test
    void theMigrationsOwnSchemaIsNotNamedWhereItIsTheDefaultEither() {
        assertThat(ddl(application.withPropertyValues("spring.jpa.properties.hibernate.default_schema=library")))
                .containsExactly(SHELF, SEQUENCE, BOOK, READERS, KEY);
    }

    @Test
    void noDatabaseIsConnectedToCreatedOrFilledWhateverIsConfigured() {
        assertThat(ddl(application.withPropertyValues(
                        "spring.jpa.hibernate.ddl-auto=create-drop",
                        "spring.jpa.generate-ddl=true",
                        "spring.jpa.properties.hibernate.hbm2ddl.import_files=import.sql",
                        "spring.jpa.properties.hibernate.connection.url=jdbc:postgresql://nowhere/none",
                        "spring.jpa.properties.hibernate.cache.use_second_level_cache=true",
                        "spring.jpa.properties.javax.persistence.schema-generation.database.action=create",
                        "spring.jpa.properties.jakarta.persistence.schema-generation.database.action=create")))
                .containsExactly(SHELF, SEQUENCE, BOOK, READERS, KEY);
    }

    @Test
    void enumTypesComeWithoutTheirCasts() {
        assertThat(ddl(application.withPropertyValues(
                        "spring.jpa.properties.hibernate.type.prefer_native_enum_types=true")))
                .containsExactly(
                        "create type Binding as enum ('HARD','SOFT')",
                        SHELF,
                        SEQUENCE,
                        "create table book (id bigint not null, book_title varchar(80) not null, price integer, binding"
                                + " Binding, shelf_number integer, primary key (id))",
                        READERS,
                        KEY);
    }

    @Test
    void columnsAreTheKeyThenTheFieldsInTheirOrder() {
        List<String> columns = ddl(new ApplicationContextRunner().withUserConfiguration(Ordered.class)).stream()
                .filter(statement -> statement.startsWith("create table "))
                .map(EntityDdlTests::columns)
                .sorted()
                .toList();

        assertThat(columns)
                .containsExactly(
                        "card: id, payer, cents, owner, digits",
                        "customer: id, zone, revision, name, street, city, active, boss_id, age",
                        "customer_note: id, text, author",
                        "customer_places: customer_id, street, city",
                        "line: order_number, line, remark, amount",
                        "payment: id, payer, cents",
                        "pet: id, kind, name, whiskers, lives",
                        "reading: id, unit, amount",
                        "truck: id, maker, load",
                        "vehicle: id, plate");
    }

    @Test
    void anOrderOfColumnsThatTheApplicationChoseStays() {
        assertThat(ddl(application.withPropertyValues(
                        "spring.jpa.properties.hibernate.column_ordering_strategy=default")))
                .contains("create table book (binding smallint check ((binding between 0 and 1)), price integer,"
                        + " shelf_number integer, id bigint not null, book_title varchar(80) not null, primary key"
                        + " (id))");
    }

    /** The names of a table's columns: {@code shelf: number, name}. */
    private static String columns(String statement) {
        String table = statement.split(" ")[2];
        String body = statement.substring(statement.indexOf('(') + 1).replaceFirst(", primary key .*|\\)$", "");
        return Stream.of(body.split(", "))
                .map(column -> column.split(" ")[0])
                .collect(Collectors.joining(", ", table + ": ", ""));
    }

    @Test
    void aDialectOfTheApplicationsIsMadeForTheServer() {
        String dialect = LoudDialect.class.getName();

        assertThat(ddl(application.withPropertyValues("spring.jpa.properties.hibernate.dialect=" + dialect)))
                .startsWith(SHELF + " /* 18 */");
        assertThat(ddl(application.withPropertyValues("spring.jpa.database-platform=" + dialect)))
                .startsWith(SHELF + " /* 18 */");
    }

    @Test
    void namingStrategiesCountAsPropertiesAndAsBeans() {
        assertThat(ddl(application.withPropertyValues(
                        "spring.jpa.hibernate.naming.physical-strategy=" + Prefixed.class.getName())))
                .startsWith(SHELF.replace("shelf", "lib_shelf"));
        assertThat(ddl(application.withBean(PhysicalNamingStrategy.class, Prefixed::new)))
                .startsWith(SHELF.replace("shelf", "lib_shelf"));
    }

    @Test
    void entitiesThatHibernateRefusesAreToldInItsWords() {
        assertThatThrownBy(() -> ddl(new ApplicationContextRunner().withUserConfiguration(Broken.class)))
                .isInstanceOf(MigrationException.class)
                .hasMessage("""
                        Hibernate cannot make tables of the application's entities: Entity 'dev.athanor.brokenlibrary.Nameless' has no identifier (every '@Entity' class must declare or inherit at least one '@Id' or '@EmbeddedId' property)
                        Correct the mapping; the application would not start with it either.""");
    }

    /** Puts something before the names of tables. */
    public static class Prefixed extends PhysicalNamingStrategySnakeCaseImpl {

        @Override
        public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment environment) {
            return Identifier.toIdentifier(
                    "lib_" + super.toPhysicalTableName(name, environment).getText());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = Book.class)
    static class Library {

        @Bean
        Rounding rounding() {
            return cents -> cents;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = Orders.class)
    static class Ordered {}

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = Nameless.class)
    static class Broken {}
}
