package dev.athanor.migration.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.migration.autogenerate.Autogeneration;
import dev.athanor.migration.autogenerate.Autogenerator;
import dev.athanor.migration.autogenerate.ComparisonException;
import dev.athanor.migration.autogenerate.ComparisonSettings;
import dev.athanor.migration.autogenerate.GeneratedRevision;
import dev.athanor.migration.autogenerate.SchemaComparison;
import dev.athanor.migration.autogenerate.SchemaScript;
import dev.athanor.migration.diff.DiffOptions.Locks;
import dev.athanor.migration.history.Tables;
import dev.athanor.migration.javasource.JavaBody;
import dev.athanor.migration.operation.IndexOperation.Build;
import dev.athanor.migration.operation.IndexOperation.CreateIndex;
import dev.athanor.migration.operation.IndexOperation.DropIndex;
import dev.athanor.migration.operation.ObjectName;
import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.operation.SettingsOperation.AlterColumnSettings;
import dev.athanor.migration.rendering.OperationStatements;
import dev.athanor.migration.schema.ColumnSettings;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.script.ScriptFile;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks in both directions that what objects have besides their definitions becomes what is wanted, and is itself
 * again. The judge is a text of the system catalogs that shares nothing with the reader. The system property
 * {@code migration.test.settings} is the number of random pairs; above 100, each
 * pair is also proven in each way.
 */
class SettingsIT {

    private static final int RANDOM_PAIRS = Integer.getInteger("migration.test.settings", 10);
    private static final ComparisonSettings WITH_PRIVILEGES = ComparisonSettings.defaults()
            .withOptions(ComparisonSettings.defaults()
                    .options()
                    .withPrivileges(true)
                    .withInclude(object -> object.kind() != ObjectKind.ACCESS_METHOD));
    private static final long SEED = Long.getLong("migration.test.seed", 20251128L);

    private static TestDatabase database;
    private static Workbench workbench;

    @BeforeAll
    static void create() throws SQLException {
        database = PostgresServer.get().createDatabase("settings");
        run("CREATE ROLE settings_reader; CREATE ROLE settings_writer; CREATE ROLE settings_owner;"
                + " CREATE ACCESS METHOD settings_heap TYPE TABLE HANDLER heap_tableam_handler");
        workbench = new Workbench(database);
    }

    @AfterAll
    static void drop() throws SQLException {
        workbench.close();
        run("DROP ROLE settings_reader, settings_writer, settings_owner");
        PostgresServer.get().dropDatabase(database);
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Stream<SchemaPair> pairs(String resource) {
        return SchemaPair.of(resource).stream().flatMap(pair -> Stream.of(pair, pair.turned()));
    }

    static Stream<SchemaPair> kept() {
        return pairs("settings-kept.sql");
    }

    static Stream<SchemaPair> changed() {
        return pairs("settings-changed.sql");
    }

    static Stream<SchemaPair> privileges() {
        return pairs("settings-privileges.sql");
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatGivesWayComesBackWithEverything(SchemaPair pair) throws SQLException {
        for (DiffOptions options : options(pair)) {
            prove(pair, options);
        }
    }

    @ParameterizedTest
    @MethodSource("changed")
    void settingsBecomeWhatIsWanted(SchemaPair pair) throws SQLException {
        for (DiffOptions options : options(pair)) {
            assertThat(prove(pair, options).differences()).isNotEmpty();
        }
    }

    /** Returns the options for a pair: the one way privileges do not count, the other way writers do not wait. */
    private static List<DiffOptions> options(SchemaPair pair) {
        DiffOptions careful = DiffOptions.EXACT.withPrivileges(true).withLocks(Locks.AVOIDED);
        if (RANDOM_PAIRS > 100) {
            return List.of(DiffOptions.EXACT, careful);
        }
        return List.of(pair.title().endsWith("backwards") ? careful : DiffOptions.EXACT);
    }

    @ParameterizedTest
    @MethodSource("privileges")
    void privilegesBecomeWhatIsWantedWhenTheyAreCompared(SchemaPair pair) throws SQLException {
        SchemaDiff diff = prove(pair, DiffOptions.EXACT.withPrivileges(true));

        assertThat(diff.differences()).isNotEmpty();
    }

    @Test
    void randomSchemasBecomeOthersAndAreThemselvesAgain() throws SQLException {
        String next = RandomSchema.ddl(SEED);
        for (int number = 1; number <= RANDOM_PAIRS; number++) {
            String from = next;
            next = RandomSchema.ddl(SEED + number);
            prove(
                    new SchemaPair("seed " + (SEED + number - 1), from, next, 14),
                    DiffOptions.EXACT.withPrivileges(true));
        }
    }

    @Test
    void generatedRevisionsGiveAViewBackWhatItHad() {
        String schema = "CREATE TABLE t (id int PRIMARY KEY, a %s);\nCREATE VIEW v AS SELECT id, a FROM t;\n"
                + "COMMENT ON COLUMN v.a IS 'amount';\nALTER VIEW v ALTER COLUMN a SET DEFAULT 7;\n"
                + "GRANT SELECT ON v TO settings_reader;\n";
        database.execute(schema.formatted("int"));

        GeneratedRevision revision = generate(schema.formatted("bigint"), ComparisonSettings.defaults())
                .revisions()
                .get(0);
        database.execute("DROP VIEW v; DROP TABLE t");

        String tail = "ALTER VIEW v ALTER COLUMN a SET DEFAULT 7;\n\nCOMMENT ON COLUMN v.a IS 'amount';\n\n"
                + "GRANT SELECT ON TABLE v TO settings_reader;";
        assertThat(revision.upgrade()).endsWith(tail);
        assertThat(revision.downgrade()).endsWith(tail);
    }

    @Test
    void privilegesOfAScriptAreGeneratedWhenTheyAreCompared() {
        GeneratedRevision revision = generate(
                        "CREATE TABLE t (id int);\nGRANT SELECT, UPDATE (id) ON t TO settings_reader;\n"
                                + "ALTER TABLE t OWNER TO settings_owner;\n",
                        WITH_PRIVILEGES)
                .revisions()
                .get(0);

        assertThat(revision.upgrade()).isEqualTo("""
                CREATE TABLE t (
                    id integer
                );

                ALTER TABLE t OWNER TO settings_owner;

                GRANT SELECT, UPDATE (id) ON TABLE t TO settings_reader;""");
        assertThat(revision.downgrade()).endsWith("DROP TABLE t;");
    }

    @Test
    void aScriptWithARoleThatDoesNotExistIsRefusedWhenPrivilegesAreCompared() {
        String schema = "CREATE TABLE t (id int);\nGRANT SELECT ON t TO nobody;\n";

        assertThatThrownBy(() -> generate(schema, WITH_PRIVILEGES))
                .isInstanceOf(ComparisonException.class)
                .hasMessageContaining("The wanted schema cannot be made: schema.sql:2")
                .hasMessageContaining("role \"nobody\" does not exist")
                .hasMessageContaining(
                        "Create the roles that it names, as a role that may grant this, or leave owners and"
                                + " privileges out of the comparison with `migration.autogenerate.compare-privileges=false`."
                                + " Nothing was changed: all was rolled back.");
        assertThat(generate(schema, ComparisonSettings.defaults()).revisions()).hasSize(1);
    }

    @Test
    void settingsAreWrittenInJavaWithWhatUndoesThem() {
        AlterColumnSettings change = new AlterColumnSettings(
                ObjectName.of(ObjectName.Kind.TABLE, QualifiedName.of("t")),
                "a",
                ColumnSettings.NONE,
                ColumnSettings.NONE.withStorage(new ColumnSettings.Storage("MAIN", "EXTENDED"), "lz4"));

        assertThat(JavaBody.of(List.of(change)).text())
                .contains(
                        "ALTER TABLE ONLY t ALTER COLUMN a SET STORAGE MAIN;",
                        "ALTER TABLE ONLY t ALTER COLUMN a SET COMPRESSION lz4",
                        "undoneBy",
                        "ALTER TABLE ONLY t ALTER COLUMN a SET STORAGE EXTENDED;",
                        "ALTER TABLE ONLY t ALTER COLUMN a SET COMPRESSION DEFAULT");
    }

    private static Autogeneration generate(String schema, ComparisonSettings settings) {
        return new Autogenerator(new SchemaComparison(database.dataSource(), Tables.defaults(), settings))
                .generate(SchemaScript.of(new ScriptFile("schema.sql", schema)));
    }

    private static SchemaDiff prove(SchemaPair pair, DiffOptions options) throws SQLException {
        assumeTrue(workbench.version() >= pair.since(), "not known to this version");
        workbench.forget();
        Schema wanted = workbench.make("live", pair.to()).read("live");
        List<String> catalogsWanted = catalogs();
        workbench.forget();
        Schema live = workbench.make("live", pair.from()).read("live");
        List<String> catalogsBefore = catalogs();
        SchemaDiff diff = SchemaDiff.between(live, wanted, options);

        run(diff.change().upgrade(), diff.afterwards().upgrade());
        if (options.privileges() || sameAccess(live, wanted)) {
            assertThat(catalogs())
                    .as(pair + "\n" + sql(diff.change().upgrade()))
                    .isEqualTo(catalogsWanted);
        }
        assertThat(SchemaDiff.between(workbench.read("live"), wanted, options).differences())
                .isEmpty();

        run(diff.afterwards().downgrade(), diff.change().downgrade());
        assertThat(catalogs()).as(pair + "\n" + sql(diff.change().downgrade())).isEqualTo(catalogsBefore);
        return diff;
    }

    /** Returns whether privileges that are not compared are the same for all objects, also for those that are added. */
    private static boolean sameAccess(Schema live, Schema wanted) {
        return live.settings().access().equals(wanted.settings().access());
    }

    private static void run(List<Operation> first, List<Operation> second) throws SQLException {
        workbench.run(transactional(first));
        workbench.run(transactional(second));
    }

    private static List<Operation> transactional(List<Operation> operations) {
        return operations.stream().map(SettingsIT::transactional).toList();
    }

    /** Returns an operation in a form that runs in the transaction of the test. */
    private static Operation transactional(Operation operation) {
        if (operation instanceof CreateIndex creation) {
            return new CreateIndex(creation.table(), creation.index());
        }
        return operation instanceof DropIndex drop
                ? new DropIndex(drop.name(), null, Build.LOCKING, drop.options())
                : operation;
    }

    private static String sql(List<Operation> operations) {
        return String.join(";\n", OperationStatements.of(operations));
    }

    private static List<String> catalogs() throws SQLException {
        return workbench.texts(CATALOGS);
    }

    private static final String CATALOGS = """
            WITH acls (catalog, oid, sub, acl, kind, owner) AS (
                SELECT 'pg_class'::regclass, oid, 0, relacl, CASE relkind WHEN 'S' THEN 's' ELSE 'r' END, relowner
                FROM pg_class WHERE relnamespace = 'live'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
                UNION ALL SELECT 'pg_class'::regclass, attrelid, attnum, attacl, 'c', NULL
                FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
                WHERE relnamespace = 'live'::regnamespace AND attacl IS NOT NULL
                UNION ALL SELECT 'pg_proc'::regclass, oid, 0, proacl, 'f', proowner
                FROM pg_proc WHERE pronamespace = 'live'::regnamespace
                UNION ALL SELECT 'pg_type'::regclass, oid, 0, typacl, 'T', typowner
                FROM pg_type WHERE typnamespace = 'live'::regnamespace AND typelem = 0)
            SELECT 'relation ' || c.relname || ' ' || c.relkind::text || ' ' || coalesce(ARRAY(SELECT unnest(c.reloptions) ORDER BY 1)::text, '') || ' '
                   || c.relrowsecurity || ' ' || c.relforcerowsecurity || ' ' || c.relreplident::text || ' '
                   || coalesce(m.amname, '') || ' ' || c.reltablespace || ' ' || coalesce(obj_description(c.oid, 'pg_class'), '')
                   || ' ' || c.relowner::regrole || ' ' || c.reloftype::regtype || ' ' || c.relispopulated
                   || ' ' || coalesce(pg_get_viewdef(c.oid), '')
            FROM pg_class c LEFT JOIN pg_am m ON m.oid = c.relam WHERE c.relnamespace = 'live'::regnamespace
            UNION ALL SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
                   || a.attstorage::text || ' ' || a.attcompression::text || ' ' || coalesce(a.attstattarget, -1) || ' '
                   || coalesce(ARRAY(SELECT unnest(a.attoptions) ORDER BY 1)::text, '') || ' ' || coalesce(col_description(c.oid, a.attnum), '') || ' '
                   || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || ' ' || a.attnotnull
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relnamespace = 'live'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
            UNION ALL SELECT 'index '
                   || regexp_replace(pg_get_indexdef(i.indexrelid), '::(character varying|text)|[()]|\\[\\]', '', 'g') || ' ' || i.indisreplident || ' ' || i.indisclustered
                   || ' ' || i.indisvalid
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'live'::regnamespace
            UNION ALL SELECT 'constraint ' || k.conname || ' ' || regexp_replace(pg_get_constraintdef(k.oid), '::(character varying|text)|[()]|\\[\\]', '', 'g')
                   || ' '
                   || coalesce(obj_description(k.oid, 'pg_constraint'), '')
            FROM pg_constraint k WHERE k.connamespace = 'live'::regnamespace
            UNION ALL SELECT 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text || ' '
                   || coalesce(obj_description(t.oid, 'pg_trigger'), '')
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relnamespace = 'live'::regnamespace AND (NOT t.tgisinternal OR t.tgparentid <> 0)
            UNION ALL SELECT 'function ' || pg_get_functiondef(p.oid) || ' ' || p.proowner::regrole || ' '
                   || coalesce(obj_description(p.oid, 'pg_proc'), '')
            FROM pg_proc p WHERE p.pronamespace = 'live'::regnamespace
            UNION ALL SELECT 'type ' || t.typname || ' ' || t.typowner::regrole || ' '
                   || coalesce(obj_description(t.oid, 'pg_type'), '')
            FROM pg_type t WHERE t.typnamespace = 'live'::regnamespace
            UNION ALL SELECT 'privileges ' || (pg_identify_object(a.catalog, a.oid, a.sub)).identity || ': '
                   || (SELECT coalesce(string_agg(x.grantee::regrole || ' ' || x.privilege_type || ' ' || x.is_grantable, ', '
                                                  ORDER BY x.grantee::regrole::text, x.privilege_type), 'none')
                       FROM aclexplode(coalesce(a.acl, CASE WHEN a.kind <> 'c' THEN acldefault(a.kind::"char", a.owner) END)) x)
            FROM acls a
            UNION ALL SELECT 'default privileges ' || d.defaclrole::regrole || ' ' || d.defaclnamespace::regnamespace || ' '
                   || d.defaclobjtype::text || ': '
                   || (SELECT coalesce(string_agg(x.grantee::regrole || ' ' || x.privilege_type || ' ' || x.is_grantable, ', '
                                                  ORDER BY x.grantee::regrole::text, x.privilege_type), 'none')
                       FROM aclexplode(d.defaclacl) x)
            FROM pg_default_acl d
            ORDER BY 1""";
}
