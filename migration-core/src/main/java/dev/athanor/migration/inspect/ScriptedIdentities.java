package dev.athanor.migration.inspect;

/**
 * Provides the queries that name the objects which are defined by the statements that create them.
 *
 * <p>Each row names an object by its catalog and oid, and says its kind, schema, name and part. A CTE {@code schemas}
 * holds the oids and names of the schemas that are read.
 */
final class ScriptedIdentities {

    /** Selects the objects. Oids below 16384 are those of objects that come with the server. */
    private static final String OBJECTS = """
            SELECT 'pg_policy'::regclass::oid AS catalog, p.oid, 'POLICY' AS kind, n.nspname, c.relname::text AS name,
                p.polname::text AS part
            FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN schemas n ON n.oid = c.relnamespace
            UNION ALL SELECT 'pg_rewrite'::regclass, w.oid, 'RULE', n.nspname, c.relname, w.rulename
            FROM pg_rewrite w JOIN pg_class c ON c.oid = w.ev_class JOIN schemas n ON n.oid = c.relnamespace
            WHERE w.rulename <> '_RETURN'
            UNION ALL SELECT 'pg_statistic_ext'::regclass, s.oid, 'STATISTICS', n.nspname, s.stxname, NULL
            FROM pg_statistic_ext s JOIN schemas n ON n.oid = s.stxnamespace
            UNION ALL SELECT 'pg_publication'::regclass, p.oid, 'PUBLICATION', NULL, p.pubname, NULL
            FROM pg_publication p WHERE p.puballtables OR %s
            UNION ALL SELECT 'pg_publication_rel'::regclass, r.oid, 'PUBLICATION_TABLE', NULL, p.pubname,
                r.prrelid::regclass::text
            FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid
            JOIN pg_class c ON c.oid = r.prrelid JOIN schemas n ON n.oid = c.relnamespace
            UNION ALL SELECT 'pg_event_trigger'::regclass, e.oid, 'EVENT_TRIGGER', NULL, e.evtname, NULL
            FROM pg_event_trigger e JOIN pg_proc p ON p.oid = e.evtfoid JOIN schemas n ON n.oid = p.pronamespace
            UNION ALL SELECT 'pg_type'::regclass, t.oid, CASE t.typtype WHEN 'r' THEN 'RANGE_TYPE' ELSE 'BASE_TYPE' END,
                n.nspname, t.typname, NULL
            FROM pg_type t JOIN schemas n ON n.oid = t.typnamespace
            WHERE (t.typtype IN ('b', 'r') OR NOT t.typisdefined)
                AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
            UNION ALL SELECT 'pg_class'::regclass, c.oid, 'FOREIGN_TABLE', n.nspname, c.relname, NULL
            FROM pg_class c JOIN schemas n ON n.oid = c.relnamespace WHERE c.relkind = 'f'
            UNION ALL SELECT 'pg_proc'::regclass, p.oid, 'AGGREGATE', n.nspname, p.proname,
                coalesce(nullif(oidvectortypes(p.proargtypes), ''), '*')
            FROM pg_proc p JOIN schemas n ON n.oid = p.pronamespace WHERE p.prokind = 'a'
            UNION ALL SELECT 'pg_operator'::regclass, o.oid, 'OPERATOR', n.nspname, o.oprname,
                CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END || ', '
                || CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END
            FROM pg_operator o JOIN schemas n ON n.oid = o.oprnamespace WHERE o.oprcode <> 0
            UNION ALL SELECT 'pg_opfamily'::regclass, f.oid, 'OPERATOR_FAMILY', n.nspname, f.opfname, a.amname
            FROM pg_opfamily f JOIN schemas n ON n.oid = f.opfnamespace JOIN pg_am a ON a.oid = f.opfmethod
            UNION ALL SELECT 'pg_opclass'::regclass, c.oid, 'OPERATOR_CLASS', n.nspname, c.opcname, a.amname
            FROM pg_opclass c JOIN schemas n ON n.oid = c.opcnamespace JOIN pg_am a ON a.oid = c.opcmethod
            UNION ALL SELECT 'pg_cast'::regclass, c.oid, 'CAST', NULL, format_type(c.castsource, NULL),
                format_type(c.casttarget, NULL)
            FROM pg_cast c JOIN pg_type s ON s.oid = c.castsource JOIN pg_type t ON t.oid = c.casttarget
            LEFT JOIN pg_proc f ON f.oid = c.castfunc
            WHERE c.oid >= 16384 AND (EXISTS (SELECT FROM schemas n
                    WHERE n.oid IN (s.typnamespace, t.typnamespace, f.pronamespace))
                OR ARRAY[s.typnamespace, t.typnamespace, coalesce(f.pronamespace, t.typnamespace)]
                    <@ ARRAY['pg_catalog'::regnamespace::oid])
            UNION ALL SELECT 'pg_transform'::regclass, r.oid, 'TRANSFORM', NULL, l.lanname, format_type(r.trftype, NULL)
            FROM pg_transform r JOIN pg_language l ON l.oid = r.trflang
            UNION ALL SELECT 'pg_language'::regclass, l.oid, 'LANGUAGE', NULL, l.lanname, NULL
            FROM pg_language l WHERE l.lanispl AND l.oid >= 16384
            UNION ALL SELECT 'pg_am'::regclass, a.oid, 'ACCESS_METHOD', NULL, a.amname, NULL
            FROM pg_am a WHERE a.oid >= 16384
            UNION ALL SELECT 'pg_collation'::regclass, c.oid, 'COLLATION', n.nspname, c.collname, NULL
            FROM pg_collation c JOIN schemas n ON n.oid = c.collnamespace
            UNION ALL SELECT 'pg_conversion'::regclass, c.oid, 'CONVERSION', n.nspname, c.conname, NULL
            FROM pg_conversion c JOIN schemas n ON n.oid = c.connamespace
            UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 'FOREIGN_DATA_WRAPPER', NULL, w.fdwname, NULL
            FROM pg_foreign_data_wrapper w
            UNION ALL SELECT 'pg_foreign_server'::regclass, s.oid, 'SERVER', NULL, s.srvname, NULL
            FROM pg_foreign_server s
            UNION ALL SELECT 'pg_user_mapping'::regclass, u.umid, 'USER_MAPPING', NULL, u.srvname, u.usename
            FROM pg_user_mappings u
            UNION ALL SELECT 'pg_ts_parser'::regclass, p.oid, 'TEXT_SEARCH_PARSER', n.nspname, p.prsname, NULL
            FROM pg_ts_parser p JOIN schemas n ON n.oid = p.prsnamespace
            UNION ALL SELECT 'pg_ts_template'::regclass, t.oid, 'TEXT_SEARCH_TEMPLATE', n.nspname, t.tmplname, NULL
            FROM pg_ts_template t JOIN schemas n ON n.oid = t.tmplnamespace
            UNION ALL SELECT 'pg_ts_dict'::regclass, d.oid, 'TEXT_SEARCH_DICTIONARY', n.nspname, d.dictname, NULL
            FROM pg_ts_dict d JOIN schemas n ON n.oid = d.dictnamespace
            UNION ALL SELECT 'pg_ts_config'::regclass, c.oid, 'TEXT_SEARCH_CONFIGURATION', n.nspname, c.cfgname, NULL
            FROM pg_ts_config c JOIN schemas n ON n.oid = c.cfgnamespace""";

    /** Selects publications of these schemas, and those without members. PostgreSQL 14 has no schemas in publications. */
    private static final String PUBLISHED = """
            EXISTS (SELECT FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid
                JOIN schemas n ON n.oid = c.relnamespace WHERE r.prpubid = p.oid)
            OR NOT EXISTS (SELECT FROM pg_publication_rel r WHERE r.prpubid = p.oid)""";

    private static final String PUBLISHED_15 = """
            EXISTS (SELECT FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid
                JOIN schemas n ON n.oid = c.relnamespace WHERE r.prpubid = p.oid)
            OR EXISTS (SELECT FROM pg_publication_namespace r JOIN schemas n ON n.oid = r.pnnspid WHERE r.pnpubid = p.oid)
            OR NOT EXISTS (SELECT FROM pg_publication_rel r WHERE r.prpubid = p.oid)
            AND NOT EXISTS (SELECT FROM pg_publication_namespace r WHERE r.pnpubid = p.oid)""";

    private static final String PUBLISHED_SCHEMAS = """
             UNION ALL SELECT 'pg_publication_namespace'::regclass, r.oid, 'PUBLICATION_SCHEMA', NULL, p.pubname,
                CASE WHEN n.nspname = current_schema() THEN 'CURRENT_SCHEMA' ELSE quote_ident(n.nspname) END
            FROM pg_publication_namespace r JOIN pg_publication p ON p.oid = r.pnpubid
            JOIN schemas n ON n.oid = r.pnnspid""";

    /**
     * Selects the rows of the catalogs that belong to an object, such as the array of a type. A CTE {@code members} holds
     * the members of extensions, whose parts are left out.
     */
    private static final String PARTS = """
             UNION ALL SELECT 'pg_type'::regclass, a.oid, CASE t.typtype WHEN 'r' THEN 'RANGE_TYPE' ELSE 'BASE_TYPE' END,
                n.nspname, t.typname, NULL
            FROM pg_type t JOIN schemas n ON n.oid = t.typnamespace LEFT JOIN pg_range r ON r.rngtypid = t.oid
            LEFT JOIN pg_type m ON m.oid = r.rngmultitypid
            CROSS JOIN LATERAL unnest(ARRAY[t.typarray, m.oid, m.typarray]) AS a (oid)
            WHERE t.typtype IN ('b', 'r') AND a.oid <> 0
                AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_type'::regclass AND m.objid = t.oid)
            UNION ALL SELECT 'pg_proc'::regclass, d.refobjid, CASE t.typtype WHEN 'r' THEN 'RANGE_TYPE' ELSE 'BASE_TYPE' END,
                n.nspname, t.typname, NULL
            FROM pg_type t JOIN schemas n ON n.oid = t.typnamespace
            JOIN pg_depend d ON d.classid = 'pg_type'::regclass AND d.objid = t.oid
                AND d.refclassid = 'pg_proc'::regclass
            WHERE t.typtype IN ('b', 'r')
                AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_type'::regclass AND m.objid = t.oid)
                AND EXISTS (SELECT FROM pg_depend b WHERE b.classid = 'pg_proc'::regclass
                AND b.objid = d.refobjid AND b.refclassid = 'pg_type'::regclass AND b.refobjid = t.oid)
            UNION ALL SELECT 'pg_constraint'::regclass, k.oid, 'FOREIGN_TABLE', n.nspname, c.relname, NULL
            FROM pg_class c JOIN schemas n ON n.oid = c.relnamespace JOIN pg_constraint k ON k.conrelid = c.oid
            WHERE c.relkind = 'f'
            UNION ALL SELECT 'pg_attrdef'::regclass, v.oid, 'FOREIGN_TABLE', n.nspname, c.relname, NULL
            FROM pg_class c JOIN schemas n ON n.oid = c.relnamespace JOIN pg_attrdef v ON v.adrelid = c.oid
            WHERE c.relkind = 'f'
            UNION ALL SELECT d.classid, d.objid, 'OPERATOR_CLASS', n.nspname, c.opcname, a.amname
            FROM pg_opclass c JOIN schemas n ON n.oid = c.opcnamespace JOIN pg_am a ON a.oid = c.opcmethod
            JOIN pg_depend d ON d.refclassid = 'pg_opclass'::regclass AND d.refobjid = c.oid
            WHERE d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
                AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_opclass'::regclass AND m.objid = c.oid)
            UNION ALL SELECT d.classid, d.objid, 'OPERATOR_FAMILY', n.nspname, f.opfname, a.amname
            FROM pg_opfamily f JOIN schemas n ON n.oid = f.opfnamespace JOIN pg_am a ON a.oid = f.opfmethod
            JOIN pg_depend d ON d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = f.oid
            WHERE d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
                AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_opfamily'::regclass AND m.objid = f.oid)""";

    private ScriptedIdentities() {}

    /** Returns the query of the objects that a server of this version can have. */
    static String objects(int version) {
        boolean schemas = version >= 15;
        return OBJECTS.replace("%s", schemas ? PUBLISHED_15 : PUBLISHED) + (schemas ? PUBLISHED_SCHEMAS : "");
    }

    /** Returns the query of all rows of the catalogs that belong to an object. */
    static String parts() {
        return OBJECTS.replace("%s", "true") + PARTS;
    }
}
