package dev.athanor.migration.operation;

import static dev.athanor.migration.operation.OperationCase.row;

import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.Trigger.Firing;
import java.util.List;

final class ObjectCases {

    private static final String USERS = "CREATE TABLE users (id bigint, name text)";
    private static final String VIEW = USERS + "; CREATE VIEW v AS SELECT id FROM users";
    private static final String MATERIALIZED =
            USERS + "; CREATE MATERIALIZED VIEW v AS SELECT id FROM users;" + " CREATE UNIQUE INDEX i ON v (id)";
    private static final String TWICE = """
            CREATE OR REPLACE FUNCTION twice(n integer)
             RETURNS integer
             LANGUAGE sql
            AS $function$ SELECT n * 2; $function$""";
    private static final String THRICE = TWICE.replace("n * 2", "n * 2 + n");
    private static final String TIDY = """
            CREATE OR REPLACE PROCEDURE tidy()
             LANGUAGE sql
            AS $procedure$ SELECT 1; $procedure$""";
    private static final String AUDIT =
            USERS + "; CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS" + " $$ BEGIN RETURN NEW; END $$; ";
    private static final String TRIGGER =
            "CREATE TRIGGER audit AFTER UPDATE ON users FOR EACH ROW EXECUTE FUNCTION note()";

    static final List<OperationCase> ROWS = List.of(
            row("a sequence", "", op -> op.createSequence("s"), "CREATE SEQUENCE s;"),
            row(
                    "a sequence with everything",
                    USERS,
                    op -> op.createSequence("s", s -> s.as("integer")
                            .increment(2)
                            .min(10)
                            .max(100)
                            .start(20)
                            .cache(5)
                            .cycle()
                            .ownedBy("users", "id")
                            .comment("by two")
                            .ifNotExists()),
                    """
                    CREATE SEQUENCE IF NOT EXISTS s AS integer INCREMENT BY 2 MINVALUE 10 MAXVALUE 100 START WITH 20 CACHE 5 CYCLE OWNED BY users.id;

                    COMMENT ON SEQUENCE s IS 'by two';
                    """),
            row(
                    "a sequence that counts down",
                    "",
                    op -> op.createSequence("s", s -> s.as("smallint").increment(-1)),
                    "CREATE SEQUENCE s AS smallint INCREMENT BY -1;"),
            row("drop a sequence", "CREATE SEQUENCE s", op -> op.dropSequence("s"), "DROP SEQUENCE s;")
                    .oneWay(),
            row(
                            "drop a sequence that may be there",
                            "",
                            op -> op.dropSequence("s", DropOptions.IF_EXISTS),
                            "DROP SEQUENCE IF EXISTS s;")
                    .oneWay(),
            row(
                    "drop a sequence whose definition is known",
                    "CREATE SEQUENCE s START WITH 5",
                    op -> op.dropSequence("s", s -> s.start(5)),
                    "DROP SEQUENCE s;"),
            row(
                            "alter a sequence",
                            "CREATE SEQUENCE s",
                            op -> op.alterSequence("s", to -> to.as("integer").increment(2)),
                            "ALTER SEQUENCE s AS integer INCREMENT BY 2 MINVALUE 1 MAXVALUE 2147483647 START WITH 1"
                                    + " CACHE 1 NO CYCLE;")
                    .oneWay(),
            row(
                    "alter a sequence and back",
                    "CREATE SEQUENCE s CYCLE",
                    op -> op.alterSequence("s", from -> from.cycle(), to -> to.as("integer")
                            .increment(2)
                            .max(9)),
                    "ALTER SEQUENCE s AS integer INCREMENT BY 2 MAXVALUE 9 NO CYCLE;"),
            row(
                    "give a sequence to a column",
                    USERS + "; CREATE SEQUENCE s",
                    op -> op.setSequenceOwner("s", "users", "id"),
                    "ALTER SEQUENCE s OWNED BY users.id;"),
            row(
                    "take a sequence from its column",
                    USERS + "; CREATE SEQUENCE s OWNED BY users.id",
                    op -> op.dropSequenceOwner("s", "users", "id"),
                    "ALTER SEQUENCE s OWNED BY NONE;"),
            row(
                    "give a sequence to another column",
                    USERS + "; CREATE SEQUENCE s OWNED BY users.id",
                    op -> op.changeSequenceOwner(
                            "s", from -> from.ownedBy("users", "id"), to -> to.ownedBy("users", "name")),
                    "ALTER SEQUENCE s OWNED BY users.name;"),
            row(
                    "rename a sequence",
                    "CREATE SEQUENCE s",
                    op -> op.renameSequence("s", "t"),
                    "ALTER SEQUENCE s RENAME TO t;"),
            row("a view", USERS, op -> op.createView("v", "SELECT id\nFROM users\nWHERE name <> '\"\\';\n"), """
                    CREATE VIEW v AS
                    SELECT id
                    FROM users
                    WHERE name <> '"\\';
                    """),
            row(
                    "a view with more",
                    USERS,
                    op -> op.createView("v", "SELECT id FROM users -- all", v -> v.with("security_barrier", "true")
                            .comment("for them")),
                    """
                    CREATE VIEW v WITH (security_barrier = true) AS
                    SELECT id FROM users;

                    COMMENT ON VIEW v IS 'for them';
                    """),
            row(
                    "a materialized view with an index",
                    USERS,
                    op -> op.createMaterializedView("v", "SELECT id FROM users", v -> v.with("fillfactor", "70")
                            .index("i", i -> i.unique().on("id"))
                            .comment("kept")),
                    """
                    CREATE MATERIALIZED VIEW v WITH (fillfactor = 70) AS
                    SELECT id FROM users;

                    CREATE UNIQUE INDEX i ON v (id);

                    COMMENT ON MATERIALIZED VIEW v IS 'kept';
                    """),
            row("drop a view", VIEW, op -> op.dropView("v"), "DROP VIEW v;").oneWay(),
            row(
                            "drop a view that may be there",
                            VIEW,
                            op -> op.dropView("v", DropOptions.IF_EXISTS),
                            "DROP VIEW IF EXISTS v;")
                    .oneWay(),
            row(
                    "drop a view whose query is known",
                    VIEW,
                    op -> op.dropView("v", "SELECT id FROM users"),
                    "DROP VIEW v;"),
            row(
                    "drop a view whose definition is known",
                    VIEW + "; COMMENT ON VIEW v IS 'it'",
                    op -> op.dropView("v", DropOptions.IF_EXISTS_CASCADE, "SELECT id FROM users", v -> v.comment("it")),
                    "DROP VIEW IF EXISTS v CASCADE;"),
            row(
                            "drop a materialized view",
                            MATERIALIZED,
                            op -> op.dropMaterializedView("v"),
                            "DROP MATERIALIZED VIEW v;")
                    .oneWay(),
            row(
                    "drop a materialized view whose definition is known",
                    MATERIALIZED,
                    op -> op.dropMaterializedView(
                            "v",
                            DropOptions.PLAIN,
                            "SELECT id FROM users",
                            v -> v.index("i", i -> i.unique().on("id"))),
                    "DROP MATERIALIZED VIEW v;"),
            row(
                            "replace a view",
                            VIEW,
                            op -> op.replaceView("v", "SELECT id, name FROM users"),
                            "CREATE OR REPLACE VIEW v AS\nSELECT id, name FROM users;")
                    .oneWay(),
            row(
                    "replace a view and back",
                    VIEW,
                    op -> op.replaceView("v", "SELECT id FROM users WHERE id > 1", "SELECT id FROM users"),
                    "CREATE OR REPLACE VIEW v AS\nSELECT id FROM users WHERE id > 1;"),
            row(
                    "replace a view and its comment",
                    VIEW + "; COMMENT ON VIEW v IS 'it'",
                    op -> op.replaceView(
                            "v",
                            from -> from.query("SELECT id FROM users").comment("it"),
                            to -> to.query("SELECT id FROM users LIMIT 1").with("security_barrier", "true")),
                    """
                    CREATE OR REPLACE VIEW v WITH (security_barrier = true) AS
                    SELECT id FROM users LIMIT 1;

                    COMMENT ON VIEW v IS NULL;
                    """),
            row(
                    "a view anew",
                    VIEW,
                    op -> op.recreateView(
                            "v", from -> from.query("SELECT id FROM users"), to -> to.query("SELECT name FROM users")),
                    """
                    DROP VIEW v;

                    CREATE VIEW v AS
                    SELECT name FROM users;
                    """),
            row(
                    "a materialized view anew",
                    MATERIALIZED,
                    op -> op.recreateMaterializedView(
                            "v",
                            from -> from.query("SELECT id FROM users")
                                    .index("i", i -> i.unique().on("id")),
                            to -> to.query("SELECT name FROM users").index("j", i -> i.on("name"))),
                    """
                    DROP MATERIALIZED VIEW v;

                    CREATE MATERIALIZED VIEW v AS
                    SELECT name FROM users;

                    CREATE INDEX j ON v (name);
                    """),
            row(
                    "refresh a materialized view",
                    MATERIALIZED,
                    op -> op.refreshMaterializedView("v"),
                    "REFRESH MATERIALIZED VIEW v;"),
            row(
                    "refresh a materialized view while it is read",
                    MATERIALIZED,
                    op -> op.refreshMaterializedViewConcurrently("v"),
                    "REFRESH MATERIALIZED VIEW CONCURRENTLY v;"),
            row("rename a view", VIEW, op -> op.renameView("v", "w"), "ALTER VIEW v RENAME TO w;"),
            row(
                    "rename a materialized view",
                    MATERIALIZED,
                    op -> op.renameMaterializedView("v", "w"),
                    "ALTER MATERIALIZED VIEW v RENAME TO w;"),
            row("a function", "", op -> op.createFunction("twice", "n integer", TWICE), TWICE + ";"),
            row(
                    "a function with a comment",
                    "",
                    op -> op.createFunction(
                            "twice", "n integer", f -> f.definition(TWICE).comment("n + n")),
                    TWICE + ";\n\nCOMMENT ON FUNCTION twice(n integer) IS 'n + n';"),
            row("a procedure", "", op -> op.createProcedure("tidy", "", TIDY), TIDY + ";"),
            row(
                    "a procedure with a comment",
                    "",
                    op -> op.createProcedure("tidy", "", p -> p.definition(TIDY).comment("at night")),
                    TIDY + ";\n\nCOMMENT ON PROCEDURE tidy() IS 'at night';"),
            row(
                    "replace a function",
                    TWICE,
                    op -> op.replaceFunction("twice", "n integer", THRICE, TWICE),
                    THRICE + ";"),
            row(
                    "replace a procedure and its comment",
                    TIDY + "; COMMENT ON PROCEDURE tidy() IS 'at night'",
                    op -> op.replaceProcedure(
                            "tidy", "", from -> from.definition(TIDY).comment("at night"), to -> to.definition(
                                            TIDY.replace("1", "2"))
                                    .comment("at noon")),
                    TIDY.replace("1", "2") + ";\n\nCOMMENT ON PROCEDURE tidy() IS 'at noon';"),
            row(
                            "drop a function",
                            TWICE,
                            op -> op.dropFunction("twice", "n integer", DropOptions.IF_EXISTS),
                            "DROP FUNCTION IF EXISTS twice(n integer);")
                    .oneWay(),
            row(
                    "drop a function whose definition is known",
                    TWICE,
                    op -> op.dropFunction("twice", "n integer", TWICE),
                    "DROP FUNCTION twice(n integer);"),
            row(
                    "drop a function whose definition and comment are known",
                    TWICE + "; COMMENT ON FUNCTION twice(integer) IS 'n + n'",
                    op -> op.dropFunction("twice", "n integer", DropOptions.PLAIN, f -> f.definition(TWICE)
                            .comment("n + n")),
                    "DROP FUNCTION twice(n integer);"),
            row(
                            "drop a procedure",
                            TIDY,
                            op -> op.dropProcedure("tidy", "", DropOptions.CASCADE),
                            "DROP PROCEDURE tidy() CASCADE;")
                    .oneWay(),
            row(
                    "drop a procedure whose definition is known",
                    TIDY,
                    op -> op.dropProcedure("tidy", "", TIDY),
                    "DROP PROCEDURE tidy();"),
            row(
                    "rename a function",
                    TWICE,
                    op -> op.renameFunction("twice", "n integer", "double"),
                    "ALTER FUNCTION twice(n integer) RENAME TO double;"),
            row(
                    "rename a procedure",
                    TIDY,
                    op -> op.renameProcedure("tidy", "", "clean"),
                    "ALTER PROCEDURE tidy() RENAME TO clean;"),
            row("a trigger", AUDIT, op -> op.createTrigger("audit", "users", TRIGGER), TRIGGER + ";"),
            row(
                    "a trigger that does not fire",
                    AUDIT,
                    op -> op.createTrigger("audit", "users", TRIGGER, t -> t.firing(Firing.DISABLE)
                            .comment("not yet")),
                    TRIGGER + """
                    ;

                    ALTER TABLE users DISABLE TRIGGER audit;

                    COMMENT ON TRIGGER audit ON users IS 'not yet';
                    """),
            row(
                            "drop a trigger",
                            AUDIT + TRIGGER,
                            op -> op.dropTrigger("audit", "users"),
                            "DROP TRIGGER audit ON users;")
                    .oneWay(),
            row(
                            "drop a trigger that may be there",
                            AUDIT,
                            op -> op.dropTrigger("audit", "users", DropOptions.IF_EXISTS),
                            "DROP TRIGGER IF EXISTS audit ON users;")
                    .oneWay(),
            row(
                    "drop a trigger whose definition is known",
                    AUDIT + TRIGGER,
                    op -> op.dropTrigger("audit", "users", TRIGGER),
                    "DROP TRIGGER audit ON users;"),
            row(
                    "drop a trigger whose definition and comment are known",
                    AUDIT + TRIGGER + "; COMMENT ON TRIGGER audit ON users IS 'it'",
                    op -> op.dropTrigger("audit", "users", DropOptions.IF_EXISTS, TRIGGER, t -> t.comment("it")),
                    "DROP TRIGGER IF EXISTS audit ON users;"),
            row(
                    "disable a trigger",
                    AUDIT + TRIGGER,
                    op -> op.disableTrigger("audit", "users"),
                    "ALTER TABLE users DISABLE TRIGGER audit;"),
            row(
                    "a trigger that fires in replicas",
                    AUDIT + TRIGGER,
                    op -> op.setTriggerFiring("audit", "users", Firing.ENABLE, Firing.ENABLE_REPLICA),
                    "ALTER TABLE users ENABLE REPLICA TRIGGER audit;"),
            row(
                    "rename a trigger",
                    AUDIT + TRIGGER,
                    op -> op.renameTrigger("audit", "users", "log"),
                    "ALTER TRIGGER audit ON users RENAME TO log;"),
            row("a schema", "", op -> op.createSchema("audit"), "CREATE SCHEMA audit;"),
            row(
                    "a schema that may be there",
                    "",
                    op -> op.createSchema("audit", s -> s.comment("who did it").ifNotExists()),
                    """
                    CREATE SCHEMA IF NOT EXISTS audit;

                    COMMENT ON SCHEMA audit IS 'who did it';
                    """),
            row("drop a schema", "CREATE SCHEMA audit", op -> op.dropSchema("audit"), "DROP SCHEMA audit;"),
            row(
                            "drop a schema and all that is in it",
                            "CREATE SCHEMA audit; CREATE TABLE audit.log (at date)",
                            op -> op.dropSchema("audit", DropOptions.CASCADE),
                            "DROP SCHEMA audit CASCADE;")
                    .oneWay(),
            row(
                    "drop a schema whose comment is known",
                    "CREATE SCHEMA audit; COMMENT ON SCHEMA audit IS 'it'",
                    op -> op.dropSchema("audit", DropOptions.IF_EXISTS, s -> s.comment("it")),
                    "DROP SCHEMA IF EXISTS audit;"),
            row(
                    "rename a schema",
                    "CREATE SCHEMA audit",
                    op -> op.renameSchema("audit", "log"),
                    "ALTER SCHEMA audit RENAME TO log;"),
            row("an extension", "", op -> op.createExtension("citext"), "CREATE EXTENSION citext;"),
            row(
                    "an extension in a schema",
                    "CREATE SCHEMA ext",
                    op -> op.createExtension(
                            "uuid-ossp", e -> e.schema("ext").version("1.1").ifNotExists()),
                    "CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\" SCHEMA ext VERSION '1.1';"),
            row(
                    "drop an extension",
                    "CREATE EXTENSION citext",
                    op -> op.dropExtension("citext"),
                    "DROP EXTENSION citext;"),
            row(
                    "drop an extension whose schema is known",
                    "CREATE SCHEMA ext; CREATE EXTENSION citext SCHEMA ext",
                    op -> op.dropExtension("citext", DropOptions.IF_EXISTS, e -> e.schema("ext")),
                    "DROP EXTENSION IF EXISTS citext;"),
            row(
                            "update an extension",
                            "CREATE EXTENSION citext VERSION '1.4'",
                            op -> op.updateExtension("citext"),
                            "ALTER EXTENSION citext UPDATE;")
                    .oneWay(),
            row(
                            "update an extension to a version",
                            "CREATE EXTENSION citext VERSION '1.4'",
                            op -> op.updateExtension("citext", "1.5"),
                            "ALTER EXTENSION citext UPDATE TO '1.5';")
                    .oneWay(),
            row(
                    "a comment of a table",
                    USERS,
                    op -> op.createTableComment("users", "who\nthey 'are'"),
                    "COMMENT ON TABLE users IS 'who\nthey ''are''';"),
            row(
                    "another comment of a table",
                    USERS + "; COMMENT ON TABLE users IS 'they'",
                    op -> op.createTableComment("users", "who", "they"),
                    "COMMENT ON TABLE users IS 'who';"),
            row(
                            "no comment of a table",
                            USERS + "; COMMENT ON TABLE users IS 'they'",
                            op -> op.dropTableComment("users"),
                            "COMMENT ON TABLE users IS NULL;")
                    .oneWay(),
            row(
                    "no comment of a table and back",
                    "CREATE SCHEMA audit; CREATE TABLE audit.log (at date); COMMENT ON TABLE audit.log IS 'they'",
                    op -> op.in("audit").dropTableComment("log", "they"),
                    "COMMENT ON TABLE audit.log IS NULL;"),
            row(
                    "a comment of an index, a constraint and an attribute",
                    USERS + "; CREATE INDEX i ON users (id); ALTER TABLE users ADD CONSTRAINT c CHECK (id > 0);"
                            + " CREATE TYPE address AS (street text)",
                    op -> {
                        op.createComment(ObjectName.of(Kind.INDEX, op.named("i")), "an index");
                        op.createComment(ObjectName.of(Kind.CONSTRAINT, op.named("users"), "c"), "a check");
                        op.createComment(ObjectName.of(Kind.ATTRIBUTE, op.named("address"), "street"), "where");
                    },
                    """
                    COMMENT ON INDEX i IS 'an index';

                    COMMENT ON CONSTRAINT c ON users IS 'a check';

                    COMMENT ON COLUMN address.street IS 'where';
                    """),
            row(
                    "comments of a domain and a function",
                    "CREATE DOMAIN age AS integer CONSTRAINT age_check CHECK (VALUE > 0); " + TWICE
                            + "; COMMENT ON FUNCTION twice(integer) IS 'n + n'",
                    op -> {
                        op.createComment(
                                ObjectName.of(Kind.DOMAIN_CONSTRAINT, QualifiedName.of("public", "age"), "age_check"),
                                "more than nothing");
                        op.createComment(ObjectName.of(Kind.DOMAIN, op.named("age")), "in years");
                        op.createComment(
                                ObjectName.of(Kind.FUNCTION, op.named("twice"), "n integer"), "2 * n", "n + n");
                        op.createComment(ObjectName.schema("public"), "all", "standard public schema");
                    },
                    """
                    COMMENT ON CONSTRAINT age_check ON DOMAIN public.age IS 'more than nothing';

                    COMMENT ON DOMAIN age IS 'in years';

                    COMMENT ON FUNCTION twice(n integer) IS '2 * n';

                    COMMENT ON SCHEMA public IS 'all';
                    """),
            row(
                    "a comment of an extension goes",
                    "CREATE EXTENSION citext; COMMENT ON EXTENSION citext IS 'it'",
                    op -> op.dropComment(ObjectName.of(Kind.EXTENSION, op.named("citext")), "it"),
                    "COMMENT ON EXTENSION citext IS NULL;"));

    private ObjectCases() {}
}
