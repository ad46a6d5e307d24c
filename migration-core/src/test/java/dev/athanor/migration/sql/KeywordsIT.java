package dev.athanor.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class KeywordsIT {

    @Test
    void everyKeywordThatThisServerQuotesIsQuoted(TestDatabase database) {
        assertThat(database.texts("SELECT word FROM pg_get_keywords() WHERE catcode <> 'U'"))
                .isNotEmpty()
                .allSatisfy(word ->
                        assertThat(new Identifier(word).quotedIfNeeded()).isEqualTo('"' + word + '"'));
    }
}
