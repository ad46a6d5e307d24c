package dev.athanor.migration.autogenerate;

import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.inspect.SchemaHoldings;
import dev.athanor.migration.inspect.SchemaReader;
import dev.athanor.migration.inspect.SchemaScope;
import dev.athanor.migration.schema.Extension;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.shadow.DatabaseIdentity;
import dev.athanor.migration.shadow.ThrowAwayDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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
        Sides sides = sides(wanted);
        return new ComparisonReport(
                sides.name(),
                diff(sides, wanted, settings.options()),
                sides.coverage().without(wanted.leftOut()));
    }

    /** The same comparison of the schemas that another one came to cover. */
    SchemaComparison covering(Coverage coverage) {
        List<String> compared = coverage.compared();
        return including(compared.subList(1, compared.size()));
    }

    private SchemaComparison including(List<String> others) {
        return new SchemaComparison(dataSource, tables, settings.withSchemas(others.toArray(String[]::new)));
    }

    static SchemaDiff diff(Sides sides, WantedSchema wanted, DiffOptions options) {
        SchemaDiff diff = SchemaDiff.between(sides.live(), sides.wanted(), options);
        return wanted.ordersColumns() ? diff : diff.withoutColumnOrder();
    }

    /** The live schema, at one moment. */
    public Schema live() {
        return inScratch(this::live);
    }

    /** Returns which schemas of the target {@link #live()} reads, and which it leaves alone. */
    public Coverage coverage() {
        return inScratch(scratch -> coverage(scratch, Place.of(scratch, tables)));
    }

    private Coverage coverage(Scratch scratch, Place place) {
        return Coverage.of(
                place.schema(),
                settings.schemas(),
                SchemaHoldings.read(scratch.connection()).made());
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
        SchemaNames names = wanted.names();
        if (names.equals(SchemaNames.NONE)) {
            return sidesOfCurrent(wanted);
        }
        Place place = inScratch(scratch -> Place.of(scratch, tables));
        if (names.style() == SchemaNames.Style.OWN || names.created().contains(place.schema())) {
            return sidesOfNamed(wanted, place);
        }
        return including(further(names)).sidesOfCurrent(wanted);
    }

    /** A schema that is there for extensions can stay as it is: nothing else is made in it, or the script is refused. */
    private List<String> further(SchemaNames names) {
        SchemaHoldings live = inScratch(scratch -> SchemaHoldings.read(scratch.connection()));
        return Stream.concat(
                        settings.schemas().stream(),
                        names.created().stream().filter(name -> !live.isForExtensions(name)))
                .distinct()
                .toList();
    }

    private Sides sidesOfCurrent(WantedSchema wanted) {
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
        Schema made = atOneMoment(server, scratch -> {
            new ShadowDatabase(target.identity()).require(scratch);
            requireFree(scratch);
            new ExtensionsOfTarget(live.all(Extension.class)).create(scratch);
            return new Shadow(scratch, Place.of(scratch, Tables.defaults()), this::scope).make(wanted);
        });
        return new Sides(wanted.describe(), live, made, coverage());
    }

    /** What is there already would be taken for wanted. */
    private void requireFree(Scratch scratch) {
        SchemaHoldings holdings = SchemaHoldings.read(scratch.connection());
        List<String> taken =
                settings.schemas().stream().filter(holdings::holdsObjects).toList();
        if (!taken.isEmpty()) {
            throw new ComparisonException(
                    "The database for the wanted schema has something in schema " + CappedList.of(taken)
                            + " already, which is to be made there.",
                    "Name an empty database in `migration.shadow.url`.");
        }
    }

    private Sides sidesOfNamed(WantedSchema wanted, Place place) {
        ExtensionsOfTarget extensions = inScratch(ExtensionsOfTarget::of);
        try (ThrowAwayDatabase database = ThrowAwayDatabase.create(dataSource, settings.shadow())) {
            return atOneMoment(database.dataSource(), scratch -> {
                NamedSchema named = new NamedSchema(scratch, place, settings.schemas());
                NamedSchema.Made made = named.make(wanted, extensions);
                SchemaComparison whole = including(made.others());
                Schema read = named.read(made, whole.scope(SchemaScope.of(made.main())));
                return new Sides(name(wanted, made, place), whole.live(), read, whole.coverage());
            });
        }
    }

    private static String name(WantedSchema wanted, NamedSchema.Made made, Place place) {
        return made.main().equals(place.schema())
                ? wanted.describe()
                : wanted.describe() + ", whose schema " + made.main() + " stands for " + place.schema();
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
        SchemaHoldings before = SchemaHoldings.read(scratch.connection());
        Schema made = new Shadow(scratch, place, this::scope).make(wanted);
        requireUntouched(touched(live, live(scratch, place)), wanted);
        requireUntouched(locked(scratch, place), wanted);
        requireNoneElsewhere(SchemaHoldings.read(scratch.connection()).changedSince(before), place, wanted);
        return new Sides(wanted.describe(), live, made, Coverage.of(place.schema(), List.of(), before.made()));
    }

    /** It would not be compared, and nobody would be told. */
    private static void requireNoneElsewhere(List<String> changed, Place place, WantedSchema wanted) {
        List<String> others = changed.stream()
                .filter(name -> !name.startsWith(Shadow.PREFIX) && !name.equals(place.schema()))
                .toList();
        if (!others.isEmpty()) {
            throw new ComparisonException(
                    "The wanted schema of " + wanted.describe() + " makes or drops something in schema "
                            + CappedList.of(others) + ", which is not compared.",
                    "Name it in `migration.autogenerate.schemas`. Nothing was changed: all was rolled back.");
        }
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
                            + CappedList.of(touched, "; ") + ".",
                    "Write its names without a schema, and create each object before it is used. Nothing was changed:"
                            + " all was rolled back.");
        }
    }
}
