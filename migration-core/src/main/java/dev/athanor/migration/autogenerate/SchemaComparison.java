package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.inspect.SchemaReader;
import dev.athanor.migration.inspect.SchemaScope;
import dev.athanor.migration.runner.Tables;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.shadow.DatabaseIdentity;
import dev.athanor.migration.shadow.ThrowAwayDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;

/** Compares a database with what is wanted; nothing is changed, and nobody waits for it. */
public final class SchemaComparison {

    private static final String LOCKED = """
            SELECT DISTINCT 'table ' || c.relname || ': used' FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.mode <> 'AccessShareLock'
              AND n.nspname = ? ORDER BY 1""";

    private static final String FILLED = """
            SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'm') AND n.nspname = ANY (?) AND pg_relation_size(c.oid) > 0""";

    private final DataSource dataSource;
    private final Tables tables;
    private final ComparisonSettings settings;

    /**
     * @param dataSource the target
     * @param tables its schema, and the books, which are not compared
     */
    public SchemaComparison(DataSource dataSource, Tables tables, ComparisonSettings settings) {
        this.dataSource = dataSource;
        this.tables = tables;
        this.settings = settings;
    }

    /**
     * What differs.
     *
     * @throws ComparisonException where it cannot be found out
     */
    public ComparisonReport check(WantedSchema wanted) {
        return new ComparisonReport(wanted.describe(), diff(sides(wanted), wanted, settings.options()));
    }

    static SchemaDiff diff(Sides sides, WantedSchema wanted, DiffOptions options) {
        SchemaDiff diff = SchemaDiff.between(sides.live(), sides.wanted(), options);
        return wanted.ordersColumns() ? diff : diff.withoutColumnOrder();
    }

    /** The live schema, at one moment. */
    public Schema live() {
        return inScratch(this::live);
    }

    /** The live schema as the transaction sees it; names are looked up there from then on. */
    Schema live(Scratch scratch) {
        return live(scratch, Place.of(scratch, tables));
    }

    DiffOptions options() {
        return settings.options();
    }

    /** Something in a transaction on the target that is rolled back. */
    <T> T inScratch(Function<Scratch, T> work) {
        return atOneMoment(dataSource, work);
    }

    /** The tables that hold rows, or held some. */
    Set<QualifiedName> filled() {
        return inScratch(scratch -> {
            Place place = Place.of(scratch, tables);
            List<String> schemas = new ArrayList<>(settings.schemas());
            schemas.add(place.schema());
            return Set.copyOf(scratch.client()
                    .sql(FILLED)
                    .param(schemas.toArray(String[]::new))
                    .query((row, number) -> place.name(row.getString(1), row.getString(2)))
                    .list());
        });
    }

    Sides sides(WantedSchema wanted) {
        if (settings.shadow().isPresent()) {
            return apart(settings.shadow().get(), wanted);
        }
        return settings.schemas().isEmpty()
                ? atOneMoment(dataSource, scratch -> beside(scratch, wanted))
                : away(wanted);
    }

    /** Schemas of the same names cannot be made a second time in the same database. */
    private Sides away(WantedSchema wanted) {
        try (ThrowAwayDatabase database = ThrowAwayDatabase.beside(dataSource)) {
            return apart(database.dataSource(), wanted);
        }
    }

    /** The live schema, and where it was read. */
    private record Target(DatabaseIdentity identity, Schema live) {}

    private Sides apart(DataSource server, WantedSchema wanted) {
        Target target = inScratch(scratch -> new Target(DatabaseIdentity.of(scratch.client()), live(scratch)));
        Schema live = target.live();
        return new Sides(live, atOneMoment(server, scratch -> {
            new ShadowDatabase(target.identity()).require(scratch);
            new ExtensionsOfTarget(live.extensions()).create(scratch);
            return new Shadow(scratch, Place.of(scratch, Tables.defaults()), this::scope).make(wanted);
        }));
    }

    private <T> T atOneMoment(DataSource server, Function<Scratch, T> work) {
        try (Scratch scratch = Scratch.begin(server, settings.lockTimeout())) {
            return work.apply(scratch);
        } catch (DataAccessException e) {
            throw Scratch.failed(e);
        }
    }

    private Sides beside(Scratch scratch, WantedSchema wanted) {
        Place place = Place.of(scratch, tables);
        Schema live = live(scratch, place);
        Schema made = new Shadow(scratch, place, this::scope).make(wanted);
        requireUntouched(touched(live, live(scratch, place)), wanted);
        requireUntouched(locked(scratch, place), wanted);
        return new Sides(live, made);
    }

    private Schema live(Scratch scratch, Place place) {
        scratch.enter(place.live());
        return SchemaReader.read(scratch.connection(), scope(SchemaScope.of(place.schema())));
    }

    private SchemaScope scope(SchemaScope schema) {
        return schema.without(tables.versionTable(), tables.historyTable())
                .with(settings.schemas().toArray(String[]::new));
    }

    private static List<String> touched(Schema before, Schema after) {
        return SchemaDiff.between(before, after, DiffOptions.EXACT).differences().stream()
                .map(Objects::toString)
                .toList();
    }

    /** What a foreign key of the shadow refers to, for instance. */
    private static List<String> locked(Scratch scratch, Place place) {
        return scratch.client()
                .sql(LOCKED)
                .param(place.schema())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static void requireUntouched(List<String> touched, WantedSchema wanted) {
        if (!touched.isEmpty()) {
            throw new ComparisonException(
                    "The wanted schema of " + wanted.describe() + " touches the live one instead of making its own: "
                            + String.join("; ", touched) + ".",
                    "Write its names without a schema, and create each object before it is used. Nothing was changed:"
                            + " all was rolled back.");
        }
    }
}
