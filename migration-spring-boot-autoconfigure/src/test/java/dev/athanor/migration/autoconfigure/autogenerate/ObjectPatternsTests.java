package dev.athanor.migration.autoconfigure.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.SchemaObject;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectPatternsTests {

    private static final SchemaObject USERS = SchemaObject.of(ObjectKind.TABLE, QualifiedName.of("users"));
    private static final SchemaObject AGE = new SchemaObject(ObjectKind.COLUMN, QualifiedName.of("users"), "age");
    private static final SchemaObject LOG = SchemaObject.of(ObjectKind.TABLE, QualifiedName.of("audit", "log"));
    private static final SchemaObject ROLE = SchemaObject.of(ObjectKind.ENUM_TYPE, QualifiedName.of("user_role"));

    @ParameterizedTest
    @CsvSource({
        "'', '', 'table users, column users.age, table audit.log, enum type user_role'",
        "'', 'table users', 'column users.age, table audit.log, enum type user_role'",
        "'', 'column users.*', 'table users, table audit.log, enum type user_role'",
        "'', 'user*', 'table audit.log'",
        "'', 'audit.*', 'table users, column users.age, enum type user_role'",
        "'table *', '', 'table users, column users.age, table audit.log'",
        "'users', '', 'table users, column users.age'",
        "'user?', '', ''",
        "'enum type *', 'user_role', ''",
        "'users', '*.age', 'table users'"
    })
    void whatMatchesIsCompared(String include, String exclude, String expected) {
        ObjectPatterns patterns = ObjectPatterns.of(list(include), list(exclude));

        assertThat(List.of(USERS, AGE, LOG, ROLE).stream()
                        .filter(patterns)
                        .map(SchemaObject::toString)
                        .toList())
                .containsExactlyElementsOf(list(expected));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(", "));
    }
}
