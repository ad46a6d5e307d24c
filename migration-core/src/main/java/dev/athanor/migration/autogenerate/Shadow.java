package dev.athanor.migration.autogenerate;

import dev.athanor.migration.inspect.SchemaReader;
import dev.athanor.migration.inspect.SchemaScope;
import dev.athanor.migration.schema.Schema;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataAccessException;

/**
 * A wanted schema, made under an unlikely name and read.
 *
 * @param scratch the transaction that it is gone with
 * @param place where it stands in for the live schema
 * @param scope what is read of it
 */
record Shadow(Scratch scratch, Place place, UnaryOperator<SchemaScope> scope) {

    /** No schema of anybody else is called that. */
    static final String PREFIX = "athanor_shadow_";

    private static final String ELSEWHERE = "Name another server, with a database for that, in `migration.shadow.url`.";

    Schema make(WantedSchema wanted) {
        requireRight();
        String name = PREFIX + UUID.randomUUID().toString().replace("-", "");
        create(name);
        String transaction = transaction();
        scratch.enter(place.making(name));
        fill(scratch, wanted);
        requireSame(transaction, name, wanted);
        scratch.enter(place.insteadOfLive(name));
        return SchemaReader.read(scratch.connection(), scope.apply(SchemaScope.of(name)));
    }

    private void create(String name) {
        try {
            scratch.execute("CREATE SCHEMA " + Place.quoted(name));
        } catch (SQLException e) {
            throw new ComparisonException(
                    "No schema can be created in database " + place.database()
                            + ", in which the wanted one would be made" + " and rolled back: " + Refusal.words(e),
                    ELSEWHERE,
                    e);
        }
    }

    static void fill(Scratch scratch, WantedSchema wanted) {
        try {
            wanted.create(scratch.connection());
        } catch (SQLException | DataAccessException e) {
            throw new ComparisonException(
                    "The wanted schema cannot be made from " + wanted.describe() + ": " + Refusal.words(e),
                    "Correct it there. Nothing was changed: all was rolled back.",
                    e);
        }
    }

    private void requireRight() {
        if (!place.mayCreate()) {
            throw new ComparisonException(
                    "Role " + place.role() + " may not create schemas in database " + place.database()
                            + ", and the wanted schema is made in one, in a transaction that is rolled back.",
                    "Grant it: GRANT CREATE ON DATABASE " + Place.quoted(place.database()) + " TO "
                            + Place.quoted(place.role())
                            + "; or name another server, with a database for that, in `migration.shadow.url`.");
        }
    }

    private String transaction() {
        return scratch.client()
                .sql("SELECT pg_current_xact_id()::text")
                .query(String.class)
                .single();
    }

    /** What has been committed is not rolled back any more. */
    private void requireSame(String transaction, String name, WantedSchema wanted) {
        if (transaction.equals(transaction())) {
            return;
        }
        drop(name);
        throw new ComparisonException(
                "The wanted schema of " + wanted.describe() + " has ended the transaction in which it is made.",
                "Remove what commits or rolls back. Schema " + name + " was dropped; see whether it has left anything"
                        + " else.");
    }

    private void drop(String name) {
        try {
            scratch.connection().rollback();
            scratch.execute("DROP SCHEMA IF EXISTS " + Place.quoted(name) + " CASCADE");
            scratch.connection().commit();
        } catch (SQLException e) {
            throw Scratch.failed(e);
        }
    }
}
