package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.WantedSchema;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DemoTest
class EntitiesMatchSchemaIT {

    @Test
    void hibernateFindsEveryTableAndColumnOfTheEntities(@Autowired EntityManagerFactory entityManagerFactory) {
        assertThatCode(() -> entityManagerFactory.getSchemaManager().validate()).doesNotThrowAnyException();
    }

    @Test
    void theDatabaseIsAsTheEntitiesWantIt(
            @Autowired Migrations migrations,
            @Autowired ComparisonSettings settings,
            @Autowired WantedSchema entities) {
        assertThat(migrations.comparisons(settings).check(entities).text())
                .isEqualTo("Nothing differs between the database and the schema of the JPA entities.");
    }
}
