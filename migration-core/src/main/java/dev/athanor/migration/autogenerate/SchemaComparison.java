package dev.athanor.migration.autogenerate;

import dev.athanor.migration.autogenerate.WantedSchema.DatabaseObjects;
import dev.athanor.migration.diff.DiffOptions;
import dev.athanor.migration.diff.SchemaDiff;
import dev.athanor.migration.error.CappedList;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.inspect.SchemaHoldings;
import dev.athanor.migration.inspect.SchemaReader;
import dev.athanor.migration.inspect.SchemaScope;
import dev.athanor.migration.schema.AccessControl;
import dev.athanor.migration.schema.Extension;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.shadow.DatabaseIdentity;
import dev.athanor.migration.shadow.ThrowAwayDatabase;
import dev.athanor.migration.witness.Evidence;
import dev.athanor.migration.witness.WitnessScope.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;

/**
 * Compares a database with a wanted schema, without changing anything and without making other sessions wait.
 *
 * @since 0.1.0
 */
public final class SchemaComparison {

    private static final String LOCKED = """
            SELECT DISTINCT 'table ' || c.relname || ': used' FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.mode <> 'AccessShareLock'
              AND n.nspname = ? ORDER BY 1""";

    private static final String FILLED = """
            SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'm') AND n.nspname = ANY (?) AND pg_relation_size(c.oid) > 0""";

    private static final DiffOptions TOUCH = DiffOptions.EXACT.withPrivileges(true);

    private final DataSource dataSource;
    private final Tables tables;
    private final ComparisonSettings settings;

    /**
     * Creates a comparison.
     *
     * @param dataSource the target
     * @param tables the target's schema, and the version table and history table, which are not compared
     */
    public SchemaComparison(DataSource dataSource, Tables tables, ComparisonSettings settings) {
        this.dataSource = dataSource;
        this.tables = tables;
        this.settings = settings;
    }

    /**
     * Returns the differences.
     *
     * @throws ComparisonException if the comparison fails
     */
    public ComparisonReport check(WantedSchema wanted) {
        ComparedSchemas compared = compared(wanted);
        DiffOptions options = options(compared);
        return compared.report(diff(compared, wanted, options), wanted, options);
    }

    /** Returns the same comparison for the schemas that another comparison covered, without what that one left out. */
    SchemaComparison covering(ComparedSchemas compared) {
        List<String> schemas = compared.coverage().compared();
        return new SchemaComparison(dataSource, tables, settings.withOptions(options(compared)))
                .including(schemas.subList(1, schemas.size()));
    }

    private DiffOptions options(ComparedSchemas compared) {
        return compared.leftOut().excludedFrom(settings.options());
    }

    /** Returns what a comparison of the database with this leaves out because it is other tools'. */
    public ToolTables leftOut(Schema database, Schema wanted) {
        return settings.tools() == ToolTables.Mode.COMPARED
                ? ToolTables.NONE
                : ToolTables.of(database, wanted, settings.options().include());
    }

    private SchemaComparison including(List<String> others) {
        return new SchemaComparison(dataSource, tables, settings.withSchemas(others.toArray(String[]::new)));
    }

    static SchemaDiff diff(ComparedSchemas compared, WantedSchema wanted, DiffOptions options) {
        SchemaDiff diff = SchemaDiff.between(compared.live(), compared.wanted(), options);
        return wanted.ordersColumns() ? diff : diff.withoutColumnOrder();
    }

    /** Reads the live schema in one snapshot. */
    public Schema live() {
        return inTransaction(this::live);
    }

    /** Returns which schemas of the target {@link #live()} reads, and which ones it leaves out. */
    public Coverage coverage() {
        return inTransaction(transaction -> coverage(transaction, SessionContext.of(transaction, tables)));
    }

    private Coverage coverage(RollbackTransaction transaction, SessionContext context) {
        return Coverage.of(
                context.schema(),
                settings.schemas(),
                SchemaHoldings.read(transaction.connection()).made());
    }

    /** Reads the live schema as the transaction sees it; the transaction looks up names in that schema from then on. */
    Schema live(RollbackTransaction transaction) {
        return live(transaction, SessionContext.of(transaction, tables));
    }

    DiffOptions options() {
        return settings.options();
    }

    /** Runs work in a transaction on the target that is rolled back. */
    <T> T inTransaction(Function<RollbackTransaction, T> work) {
        return atOneMoment(dataSource, work);
    }

    /** Returns the tables that hold rows, or held some before. */
    Set<QualifiedName> filled() {
        return inTransaction(this::filled);
    }

    /** Returns the tables that have rows, as the transaction sees them. */
    Set<QualifiedName> filled(RollbackTransaction transaction) {
        SessionContext context = SessionContext.of(transaction, tables);
        List<String> schemas = new ArrayList<>(settings.schemas());
        schemas.add(context.schema());
        return Set.copyOf(transaction
                .client()
                .sql(FILLED)
                .param(schemas.toArray(String[]::new))
                .query((row, number) -> context.name(row.getString(1), row.getString(2)))
                .list());
    }

    ComparedSchemas compared(WantedSchema wanted) {
        WantedSchema asked = settings.options().privileges() ? wanted.withPrivileges() : wanted;
        ComparedSchemas compared = read(asked).withDatabaseObjects(wanted.databaseObjects());
        return compared.without(leftOut(compared.live(), compared.wanted()));
    }

    private ComparedSchemas read(WantedSchema wanted) {
        SchemaNames names = wanted.names();
        boolean own = names.qualification() == SchemaNames.Qualification.OWN
                || wanted.databaseObjects() == DatabaseObjects.CREATED;
        if (!own && names.equals(SchemaNames.NONE)) {
            return comparedInCurrent(wanted);
        }
        SessionContext context = inTransaction(transaction -> SessionContext.of(transaction, tables));
        if (own || names.created().contains(context.schema())) {
            return comparedUnderOwnNames(wanted, context);
        }
        return including(further(names)).comparedInCurrent(wanted);
    }

    /**
     * Returns the further schemas to compare. A schema that exists only for extensions needs no comparison: the wanted
     * schema creates nothing else in it, or the script is refused.
     */
    private List<String> further(SchemaNames names) {
        SchemaHoldings live = inTransaction(transaction -> SchemaHoldings.read(transaction.connection()));
        return Stream.concat(
                        settings.schemas().stream(),
                        names.created().stream().filter(name -> !live.isForExtensions(name)))
                .distinct()
                .toList();
    }

    private ComparedSchemas comparedInCurrent(WantedSchema wanted) {
        if (settings.shadow().isPresent()) {
            return inOtherDatabase(settings.shadow().get(), wanted);
        }
        return settings.schemas().isEmpty()
                ? atOneMoment(dataSource, transaction -> inSameDatabase(transaction, wanted))
                : inThrowAwayDatabase(wanted);
    }

    /**
     * Compares in a temporary database, because schemas of the same names cannot be created twice in the same database.
     */
    private ComparedSchemas inThrowAwayDatabase(WantedSchema wanted) {
        try (ThrowAwayDatabase database = ThrowAwayDatabase.beside(dataSource)) {
            return inOtherDatabase(database.dataSource(), wanted);
        }
    }

    /** Holds the live schema, and the database from which it was read. */
    private record LiveSchema(DatabaseIdentity identity, ReadSchema live) {}

    private ComparedSchemas inOtherDatabase(DataSource server, WantedSchema wanted) {
        LiveSchema target = inTransaction(
                transaction -> new LiveSchema(DatabaseIdentity.of(transaction.client()), read(transaction)));
        ReadSchema live = target.live();
        ReadSchema made = atOneMoment(server, transaction -> {
            new ShadowDatabase(target.identity()).require(transaction);
            requireFree(transaction);
            new TargetExtensions(live.schema().all(Extension.class)).create(transaction);
            return new ShadowSchema(transaction, SessionContext.of(transaction, Tables.defaults()), this::scope)
                    .make(wanted);
        });
        return new ComparedSchemas(wanted.describe(), live, made, coverage(), ToolTables.NONE);
    }

    /** Requires the schemas to be empty, because existing objects would be taken for wanted ones. */
    private void requireFree(RollbackTransaction transaction) {
        SchemaHoldings holdings = SchemaHoldings.read(transaction.connection());
        List<String> taken =
                settings.schemas().stream().filter(holdings::holdsObjects).toList();
        if (!taken.isEmpty()) {
            throw new ComparisonException(
                    "The database for the wanted schema has something in schema " + CappedList.of(taken)
                            + " already, which is to be made there.",
                    "Name an empty database in `migration.shadow.url`.");
        }
    }

    private ComparedSchemas comparedUnderOwnNames(WantedSchema wanted, SessionContext context) {
        TargetExtensions extensions = inTransaction(TargetExtensions::of);
        try (ThrowAwayDatabase database = ThrowAwayDatabase.create(dataSource, settings.shadow())) {
            return atOneMoment(database.dataSource(), transaction -> {
                NamedSchema named = new NamedSchema(transaction, context, settings.schemas());
                NamedSchema.MadeSchemas made = named.make(wanted, extensions);
                SchemaComparison whole = including(made.others());
                ReadSchema read = named.read(made, whole.scope(SchemaScope.of(made.main())));
                return new ComparedSchemas(
                        name(wanted, made, context),
                        whole.inTransaction(whole::read),
                        read,
                        whole.coverage(),
                        ToolTables.NONE);
            });
        }
    }

    private static String name(WantedSchema wanted, NamedSchema.MadeSchemas made, SessionContext context) {
        return made.main().equals(context.schema())
                ? wanted.describe()
                : wanted.describe() + ", whose schema " + made.main() + " stands for " + context.schema();
    }

    private <T> T atOneMoment(DataSource server, Function<RollbackTransaction, T> work) {
        try (RollbackTransaction transaction = RollbackTransaction.begin(server, settings.lockTimeout())) {
            return work.apply(transaction);
        } catch (DataAccessException e) {
            throw RollbackTransaction.failed(e);
        }
    }

    private ComparedSchemas inSameDatabase(RollbackTransaction transaction, WantedSchema wanted) {
        SessionContext context = SessionContext.of(transaction, tables);
        ReadSchema live = read(transaction);
        SchemaHoldings before = SchemaHoldings.read(transaction.connection());
        ReadSchema made = new ShadowSchema(transaction, context, this::scope).make(wanted);
        requireUntouched(touched(live.schema(), live(transaction, context)), wanted);
        requireUntouched(locked(transaction, context), wanted);
        requireNoneElsewhere(SchemaHoldings.read(transaction.connection()).changedSince(before), context, wanted);
        return new ComparedSchemas(
                wanted.describe(),
                live,
                made,
                Coverage.of(context.schema(), List.of(), before.made()),
                ToolTables.NONE);
    }

    /** Refuses changes in other schemas, because they would not be compared and users would not notice. */
    private static void requireNoneElsewhere(List<String> changed, SessionContext context, WantedSchema wanted) {
        List<String> others = changed.stream()
                .filter(name -> !name.startsWith(ShadowSchema.PREFIX) && !name.equals(context.schema()))
                .toList();
        if (!others.isEmpty()) {
            throw new ComparisonException(
                    "The wanted schema of " + wanted.describe() + " makes or drops something in schema "
                            + CappedList.of(others) + ", which is not compared.",
                    "Name it in `migration.autogenerate.schemas`. Nothing was changed: all was rolled back.");
        }
    }

    private Schema live(RollbackTransaction transaction, SessionContext context) {
        transaction.setSearchPath(context.searchPath());
        return SchemaReader.read(transaction.connection(), scope(SchemaScope.of(context.schema())));
    }

    /** Reads the live schema with both witnesses. */
    private ReadSchema read(RollbackTransaction transaction) {
        return new ReadSchema(live(transaction), evidence(transaction, Extent.SCHEMAS));
    }

    /** Returns what the witness sees of the live schema in a transaction. */
    Evidence evidence(RollbackTransaction transaction, Extent extent) {
        SessionContext context = SessionContext.of(transaction, tables);
        return Witnessing.read(transaction, scope(SchemaScope.of(context.schema())), context.searchPath(), extent);
    }

    /** Reads the live schema with both witnesses, in one snapshot. */
    public ReadSchema read(Extent extent) {
        return inTransaction(transaction -> new ReadSchema(live(transaction), evidence(transaction, extent)));
    }

    private SchemaScope scope(SchemaScope schema) {
        return schema.without(tables.versionTable(), tables.historyTable())
                .with(settings.schemas().toArray(String[]::new));
    }

    private static List<String> touched(Schema before, Schema after) {
        return SchemaDiff.between(withoutDefaults(before), withoutDefaults(after), TOUCH).differences().stream()
                .map(Objects::toString)
                .toList();
    }

    /** Leaves out default privileges, which a wanted schema can give to all schemas of the database only. */
    private static Schema withoutDefaults(Schema schema) {
        AccessControl access = schema.settings().access();
        return schema.withSettings(schema.settings().withAccess(new AccessControl(access.objects(), Map.of())));
    }

    /**
     * Returns the live tables that the transaction has locked, such as those that a foreign key of the shadow schema
     * references.
     */
    private static List<String> locked(RollbackTransaction transaction, SessionContext context) {
        return transaction
                .client()
                .sql(LOCKED)
                .param(context.schema())
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
