package dev.athanor.migration.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.migration.Migrations;
import dev.athanor.migration.source.ClasspathSource;
import dev.athanor.migration.testing.CatalogSnapshot;
import dev.athanor.migration.testing.PostgresExtension;
import dev.athanor.migration.testing.Scripts;
import dev.athanor.migration.testing.TestDatabase;
import dev.athanor.migration.testing.TestMigrations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests downgrades that run and leave another schema, among correct ones. */
@ExtendWith(PostgresExtension.class)
class SubtleDowngradesIT {

    private static final int NULLS_NOT_DISTINCT_SINCE = 150_000;

    private static final String EXPECTED = """
            28 revisions: 10 proven, 17 unproven, 1 irreversible, in # s
              start             proven # ms  create people and posts
              no_section        unproven # ms  forget the section
                  the downgrade of no_section is missing
              no_text           unproven # ms  leave the section empty
                  the downgrade of no_text is empty
              one_way           irreversible # ms  forget columns for ever
                  the downgrade of one_way is marked irreversible
              default_lost      unproven # ms  raise the default age
                  after the downgrade, changed: column people.age: default 18 → none
              right_column      proven # ms  add a nickname
              predicate_lost    unproven # ms  drop an index
                  after the downgrade, changed: index people.people_active: definition INDEX (name) WHERE active → INDEX (name)
              column_order      proven # ms  drop the mood
                  lesser: after the downgrade, table people: columns in the order id, name, email, age, active, nickname, mood instead of id, name, email, age, active, mood, nickname
              comment_lost      unproven # ms  say more of names
                  after the downgrade, changed: column people.name: comment 'in full' → none
              value_left        unproven # ms  add a mood
                  after the downgrade, changed: enum type mood: values happy, sad → happy, sad, bored
              right_value       proven # ms  add a mood and know the way back
              owner_lost        unproven # ms  let tickets be
                  after the downgrade, changed: sequence ticket: owner people.id → none
              action_lost       unproven # ms  allow posts of nobody
                  after the downgrade, changed: constraint posts.posts_author: definition FOREIGN KEY (author_id) REFERENCES people (id) ON DELETE CASCADE → FOREIGN KEY (author_id) REFERENCES people (id)
              right_constraint  proven # ms  an age has an end
              not_null_lost     unproven # ms  names may be missing
                  after the downgrade, changed: column people.name: not null → nullable
              check_changed     unproven # ms  ages may be negative
                  after the downgrade, changed: constraint people.people_age: definition CHECK (age >= 0) → CHECK (age > 0)
              firing_lost       unproven # ms  touch no longer
                  after the downgrade, changed: trigger posts.posts_touch: firing ENABLE_ALWAYS → ENABLE
              view_changed      unproven # ms  authors have an age
                  after the downgrade, changed: view authors: definition differs
              right_view        proven # ms  a view of posts
              method_changed    unproven # ms  do without an index
                  after the downgrade, changed: index people.people_email: definition INDEX USING hash (email) → INDEX (email)
              collation_lost    unproven # ms  limit nicknames
                  after the downgrade, changed: column people.nickname: collation none → "POSIX"
              seed              proven # ms  add a person (data only)
              refused           unproven # ms  add a size
                  the downgrade of refused fails at subtle-downgrades/23_refused.sql:11, statement 1 of 1, `DROP TYPE size`: ERROR: cannot drop type size because other objects depend on it; Detail: column size of table posts depends on type size; Hint: Use DROP ... CASCADE to drop the dependent objects too. (SQLState 2BP01)
              function_left     unproven # ms  count posts
                  after the downgrade, left over: function count_posts()
                  the second upgrade of function_left fails at subtle-downgrades/24_function_left.sql:8, statement 2 of 2, `CREATE FUNCTION count_posts() RETURNS bigint LANGUAGE sql AS 'SELECT cou …`: ERROR: function "count_posts" already exists with same argument types (SQLState 42723)
              table_left        unproven # ms  labels
                  after the downgrade, left over: table labels
              right_branch      proven # ms  tags
              joined            proven # ms  merge tags and labels (nothing to run)
              right_index       proven # ms  find posts by time
              all               unproven # ms  5 of 24 revisions down, ended at refused
                  the downgrade of one_way is marked irreversible
                  the downgrade of refused fails at subtle-downgrades/23_refused.sql:11, statement 1 of 1, `DROP TYPE size`: ERROR: cannot drop type size because other objects depend on it; Detail: column size of table posts depends on type size; Hint: Use DROP ... CASCADE to drop the dependent objects too. (SQLState 2BP01)""";

    @Test
    void exactlyTheWrongOnesAreNamed(TestDatabase database) {
        List<String> before = CatalogSnapshot.of(database);
        Migrations migrations = Migrations.builder(database.dataSource())
                .source(new ClasspathSource(SubtleDowngradesIT.class.getClassLoader(), "subtle-downgrades"))
                .build();

        VerifyReport report = migrations.verify(VerifySettings.all());

        assertThat(timeless(report)).isEqualTo(EXPECTED);
        assertThat(report.restores()).isFalse();
        assertThat(CatalogSnapshot.of(database)).isEqualTo(before);
    }

    @Test
    void nullsThatBecomeDistinctAreNamed(TestDatabase database) {
        assumeTrue(database.count("SELECT current_setting('server_version_num')::bigint") >= NULLS_NOT_DISTINCT_SINCE);
        Scripts scripts = Scripts.none()
                .with(
                        "a1",
                        "",
                        "CREATE TABLE t (a int, CONSTRAINT t_a UNIQUE NULLS NOT DISTINCT (a));",
                        "DROP TABLE t;")
                .with("b2", "a1", "ALTER TABLE t DROP CONSTRAINT t_a;", "ALTER TABLE t ADD CONSTRAINT t_a UNIQUE (a);");

        VerifyReport report = TestMigrations.of(database, scripts).verify(VerifySettings.all());

        assertThat(timeless(report)).isEqualTo("""
                        2 revisions: 1 proven, 1 unproven, 0 irreversible, in # s
                          a1   proven # ms  revision a1
                          b2   unproven # ms  revision b2
                              after the downgrade, changed: constraint t.t_a: definition UNIQUE NULLS NOT DISTINCT (a) → UNIQUE (a)
                          all  proven # ms  2 revisions down to base and up again""");
    }

    /** Replaces durations, which differ each time. */
    static String timeless(VerifyReport report) {
        return report.toString().replaceAll(" +\\d+ ms", " # ms").replaceAll("\\d+\\.\\d s", "# s");
    }
}
