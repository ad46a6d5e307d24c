package dev.athanor.demo;

import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DemoTest
class EntitiesMatchSchemaIT {

    @Test
    void hibernateFindsEveryTableAndColumnOfTheEntities(@Autowired EntityManagerFactory entityManagerFactory) {
        assertThatCode(() -> entityManagerFactory.getSchemaManager().validate()).doesNotThrowAnyException();
    }
}
