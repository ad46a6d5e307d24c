package dev.athanor.migration.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.athanor.migration.rendering.OperationStatements;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.Schema;
import dev.athanor.migration.schema.ScriptedObject;
import dev.athanor.migration.testing.PostgresServer;
import dev.athanor.migration.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks each pair of schemas with objects that are defined by statements in both directions. The reader is not the
 * judge: {@link ObjectWitness} asks the catalogs by itself.
 */
class ObjectKindsIT {

    private static TestDatabase database;
    private static Workbench workbench;

    @BeforeAll
    static void create() throws SQLException {
        database = PostgresServer.get().createDatabase("objects");
        workbench = new Workbench(database);
    }

    @AfterAll
    static void drop() throws SQLException {
        workbench.close();
        PostgresServer.get().dropDatabase(database);
    }

    static Stream<SchemaPair> pairs() {
        return SchemaPair.of("objects.sql").stream().flatMap(pair -> Stream.of(pair, pair.turned()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void oneSchemaBecomesTheOtherAndIsItselfAgain(SchemaPair pair) throws SQLException {
        assumeTrue(workbench.version() >= pair.since(), "not known to this version");
        workbench.forget();
        Schema wanted = workbench.make("live", pair.to()).read("live");
        List<String> seenWanted = workbench.texts(ObjectWitness.QUERY);
        workbench.forget();
        Schema live = workbench.make("live", pair.from()).read("live");
        List<String> seenLive = workbench.texts(ObjectWitness.QUERY);

        SchemaDiff diff = SchemaDiff.between(live, wanted, DiffOptions.EXACT);
        String script = String.join(";\n", OperationStatements.of(diff.change().upgrade()));
        workbench.run(diff.change().upgrade());
        assertThat(Workbench.unordered(workbench.read("live"))).as(script).isEqualTo(Workbench.unordered(wanted));
        assertThat(workbench.texts(ObjectWitness.QUERY)).as(script).isEqualTo(seenWanted);
        assertThat(diff.differences()).isNotEmpty();

        String back = String.join(";\n", OperationStatements.of(diff.change().downgrade()));
        workbench.run(diff.change().downgrade());
        assertThat(Workbench.unordered(workbench.read("live"))).as(back).isEqualTo(Workbench.unordered(live));
        assertThat(workbench.texts(ObjectWitness.QUERY)).as(back).isEqualTo(seenLive);
    }

    @Test
    void eachKindIsInAPair() throws SQLException {
        assumeTrue(workbench.version() >= 15, "not known to this version");
        Set<ObjectKind> seen = new TreeSet<>();
        for (SchemaPair pair : SchemaPair.of("objects.sql")) {
            if (workbench.version() >= pair.since()) {
                for (String ddl : List.of(pair.from(), pair.to())) {
                    workbench.forget();
                    workbench.make("live", ddl).read("live").all(ScriptedObject.class).stream()
                            .map(one -> one.object().kind())
                            .forEach(seen::add);
                }
            }
        }

        assertThat(seen)
                .containsExactlyElementsOf(Stream.of(ObjectKind.values())
                        .filter(ObjectKind::isScripted)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}

/** Describes objects of the kinds in question from the catalogs, one per line, without any code of ours. */
final class ObjectWitness {

    private static final String NO_OIDS = "'oid', 'tableoid'";

    /** Describes whole rows, in which the columns that hold oids are replaced by names. */
    private static final List<String> QUERIES = List.of(
            "SELECT 'policy ' || p::text FROM pg_policies p",
            "SELECT 'rule ' || pg_get_ruledef(oid) || ev_enabled::text FROM pg_rewrite WHERE rulename <> '_RETURN' AND oid >= 16384",
            "SELECT 'statistics ' || stxname || stxkind::text || stxrelid::regclass || coalesce((to_jsonb(s) ->> 'stxstattarget')::int, -1)"
                    + " || coalesce((SELECT string_agg(attname, ',' ORDER BY attname) FROM pg_attribute WHERE attrelid = stxrelid"
                    + " AND attnum = ANY (stxkeys)), '') || coalesce(pg_get_statisticsobjdef_expressions(oid)::text, '')"
                    + " FROM pg_statistic_ext s",
            row("publication", "pg_publication", "pubowner", "''"),
            "SELECT 'publication of ' || t::text || ' '"
                    + " || coalesce((SELECT string_agg(u, ',') FROM (SELECT to_jsonb(r) ->> 'prattrs') x (u)), '')"
                    + " || (to_jsonb(r) ->> 'prqual' IS NOT NULL) FROM pg_publication_tables t"
                    + " JOIN pg_publication p ON p.pubname = t.pubname LEFT JOIN pg_publication_rel r ON r.prpubid = p.oid"
                    + " AND r.prrelid = (quote_ident(t.schemaname) || '.' || quote_ident(t.tablename))::regclass",
            row("event trigger", "pg_event_trigger", "evtowner, evtfoid", "evtfoid::regprocedure::text"),
            row(
                    "range",
                    "pg_range",
                    "rngtypid, rngsubtype, rngmultitypid, rngcollation, rngsubopc, rngcanonical, rngsubdiff",
                    "rngtypid::regtype || ' ' || rngsubtype::regtype || rngmultitypid::regtype || rngcollation::regcollation"
                            + " || rngcanonical || rngsubdiff || (SELECT opcname FROM pg_opclass o WHERE o.oid = rngsubopc)",
                    "rngtypid >= 16384"),
            row(
                    "type",
                    "pg_type",
                    "typnamespace, typowner, typrelid, typelem, typarray, typbasetype, typacl, typcollation, typdefaultbin",
                    "typnamespace::regnamespace || ' ' || typelem::regtype || typarray::regtype",
                    "t.oid >= 16384 AND typtype IN ('b', 'r', 'p', 'm')"),
            row(
                    "aggregate",
                    "pg_aggregate",
                    "aggfnoid, aggtranstype, aggmtranstype, aggsortop",
                    "aggfnoid::regprocedure || ' ' || aggtranstype::regtype || aggmtranstype::regtype"
                            + " || aggsortop::regoperator || (SELECT proparallel::text || pg_get_function_arguments(p.oid)"
                            + " FROM pg_proc p WHERE p.oid = aggfnoid)",
                    "aggfnoid::oid >= 16384"),
            row(
                    "operator",
                    "pg_operator",
                    "oprnamespace, oprowner, oprleft, oprright, oprresult, oprcom, oprnegate",
                    "t.oid::regoperator || ' ' || oprcom::regoperator || oprnegate::regoperator",
                    "t.oid >= 16384"),
            "SELECT 'operator of a family ' || f.opfname || amopstrategy || amopopr::regoperator || o.amoppurpose::text"
                    + " FROM pg_amop o JOIN pg_opfamily f ON f.oid = amopfamily WHERE o.oid >= 16384",
            "SELECT 'function of a family ' || f.opfname || amprocnum || amproc::regprocedure || amproclefttype::regtype"
                    + " || amprocrighttype::regtype FROM pg_amproc o JOIN pg_opfamily f ON f.oid = amprocfamily"
                    + " WHERE o.oid >= 16384",
            "SELECT 'operator class ' || opcname || opcnamespace::regnamespace || opcdefault || opcintype::regtype"
                    + " || opckeytype::regtype || f.opfname || m.amname FROM pg_opclass o JOIN pg_opfamily f ON f.oid = opcfamily"
                    + " JOIN pg_am m ON m.oid = opcmethod WHERE o.oid >= 16384",
            "SELECT 'operator family ' || opfname || opfnamespace::regnamespace FROM pg_opfamily WHERE oid >= 16384",
            "SELECT 'cast ' || castsource::regtype || casttarget::regtype || castfunc::regprocedure || castcontext::text || castmethod::text"
                    + " FROM pg_cast WHERE oid >= 16384",
            "SELECT 'transform ' || trftype::regtype || l.lanname || trffromsql || trftosql FROM pg_transform t"
                    + " JOIN pg_language l ON l.oid = trflang",
            "SELECT 'language ' || lanname || lanpltrusted || lanplcallfoid::regproc || laninline::regproc"
                    + " || lanvalidator::regproc FROM pg_language WHERE oid >= 16384",
            "SELECT 'access method ' || amname || amhandler || amtype::text FROM pg_am WHERE oid >= 16384",
            row(
                    "collation",
                    "pg_collation",
                    "collowner, collnamespace, collversion, collencoding",
                    "collnamespace::regnamespace::text",
                    "t.oid >= 16384"),
            row(
                    "conversion",
                    "pg_conversion",
                    "conowner, connamespace",
                    "connamespace::regnamespace::text",
                    "t.oid >= 16384"),
            "SELECT 'wrapper ' || fdwname || coalesce(fdwoptions::text, '') || fdwhandler::regproc || fdwvalidator::regproc"
                    + " FROM pg_foreign_data_wrapper",
            "SELECT 'server ' || srvname || coalesce(srvtype, '') || coalesce(srvversion, '') || fdwname"
                    + " || coalesce(srvoptions::text, '') FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = srvfdw",
            "SELECT 'user mapping ' || srvname || usename || coalesce(umoptions::text, '') FROM pg_user_mappings",
            "SELECT 'foreign table ' || ftrelid::regclass || srvname || coalesce(ftoptions::text, '')"
                    + " || coalesce(pg_get_expr(relpartbound, c.oid), '')"
                    + " FROM pg_foreign_table JOIN pg_foreign_server s ON s.oid = ftserver JOIN pg_class c ON c.oid = ftrelid",
            "SELECT 'column ' || a.attrelid::regclass || a.attname || format_type(a.atttypid, a.atttypmod) || a.attnotnull"
                    + " || a.attcollation::regcollation || coalesce(a.attfdwoptions::text, '') || coalesce(pg_get_expr(adbin, adrelid), '')"
                    + " FROM pg_attribute a LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum"
                    + " WHERE a.attrelid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped"
                    + " AND a.attrelid::regclass::text NOT LIKE 'pg_toast%'",
            "SELECT 'constraint ' || conrelid::regclass || conname || pg_get_constraintdef(oid) FROM pg_constraint"
                    + " WHERE oid >= 16384 AND contype <> 'n'",
            "SELECT 'dictionary ' || dictname || dictnamespace::regnamespace || tmplname || coalesce(dictinitoption, '')"
                    + " FROM pg_ts_dict d JOIN pg_ts_template t ON t.oid = dicttemplate WHERE d.oid >= 16384",
            "SELECT 'configuration ' || cfgname || prsname || coalesce((SELECT string_agg(maptokentype || '=' || mapdict::regdictionary,"
                    + " ',' ORDER BY maptokentype, mapseqno) FROM pg_ts_config_map WHERE mapcfg = c.oid), '')"
                    + " FROM pg_ts_config c JOIN pg_ts_parser p ON p.oid = cfgparser WHERE c.oid >= 16384",
            row("parser", "pg_ts_parser", "prsnamespace", "''", "t.oid >= 16384"),
            row("template", "pg_ts_template", "tmplnamespace", "''", "t.oid >= 16384"),
            "SELECT 'view ' || c.oid::regclass || pg_get_viewdef(c.oid) FROM pg_class c WHERE relkind = 'v' AND c.oid >= 16384",
            "SELECT 'index ' || pg_get_indexdef(indexrelid) FROM pg_index WHERE indexrelid >= 16384"
                    + " AND indrelid::regclass::text NOT LIKE 'pg_toast%'",
            "SELECT 'function ' || p.oid::regprocedure || prosrc FROM pg_proc p WHERE oid >= 16384",
            "SELECT 'comment ' || (pg_identify_object(classoid, objoid, objsubid)).type"
                    + " || (pg_identify_object(classoid, objoid, objsubid)).identity || description"
                    + " FROM pg_description WHERE objoid >= 16384");

    static final String QUERY = QUERIES.stream()
            .collect(Collectors.joining(
                    " UNION ALL ", "SELECT line FROM (", ") AS lines (line) ORDER BY line COLLATE \"C\""));

    private ObjectWitness() {}

    private static String row(String what, String catalog, String without, String names) {
        return row(what, catalog, without, names, "true");
    }

    private static String row(String what, String catalog, String without, String names, String condition) {
        String removed = without.replace(", ", "', '");
        return "SELECT '" + what + " ' || (to_jsonb(t) - ARRAY[" + NO_OIDS + ", '" + removed + "'])::text || coalesce("
                + names + ", '?') FROM " + catalog + " t WHERE " + condition;
    }
}
