package dev.athanor.migration.operation;

import static dev.athanor.migration.operation.OperationCase.row;

import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.ReferentialAction;
import java.util.List;

final class TableCases {

    private static final String TEAMS = "CREATE TABLE teams (id bigint PRIMARY KEY, code text UNIQUE)";
    private static final String USERS = "CREATE TABLE users (id bigint)";
    private static final String EVENTS = "CREATE TABLE events (at date NOT NULL) PARTITION BY RANGE (at)";

    static final List<OperationCase> ROWS = List.of(
            row(
                    "a table with a column of each kind",
                    "",
                    op -> op.createTable("users", t -> {
                        t.column("id", "bigint").identity();
                        t.column("name", "text").notNull();
                        t.column("age", "integer").defaultTo("0");
                        t.column("code", "varchar(20)")
                                .collate("\"C\"")
                                .notNull()
                                .defaultTo("'x'");
                        t.column("twice", "integer").generatedAs("age * 2");
                        t.primaryKey("id");
                    }),
                    """
                    CREATE TABLE users (
                        id bigint GENERATED ALWAYS AS IDENTITY,
                        name text NOT NULL,
                        age integer DEFAULT 0,
                        code varchar(20) COLLATE "C" NOT NULL DEFAULT 'x',
                        twice integer GENERATED ALWAYS AS (age * 2) STORED,
                        CONSTRAINT users_pkey PRIMARY KEY (id)
                    );
                    """),
            row(
                    "a table with constraints of each kind",
                    TEAMS,
                    op -> op.createTable("users", t -> {
                        t.column("id", "bigint");
                        t.column("team_id", "bigint");
                        t.column("name", "text").notNull();
                        t.column("age", "integer");
                        t.column("during", "tstzrange");
                        t.primaryKey("id");
                        t.unique("name");
                        t.foreignKey("team_id").references("teams", "id").onDelete(ReferentialAction.CASCADE);
                        t.check("age > 0");
                        t.exclude().element("during", "&&");
                    }),
                    """
                    CREATE TABLE users (
                        id bigint,
                        team_id bigint,
                        name text NOT NULL,
                        age integer,
                        during tstzrange,
                        CONSTRAINT users_pkey PRIMARY KEY (id),
                        CONSTRAINT users_name_key UNIQUE (name),
                        CONSTRAINT users_during_excl EXCLUDE USING gist (during WITH &&),
                        CONSTRAINT users_age_check CHECK (age > 0),
                        CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE CASCADE
                    );
                    """),
            row(
                    "a table with indexes and comments",
                    "",
                    op -> op.createTable("users", t -> {
                        t.column("id", "bigint").comment("It's the key");
                        t.column("name", "text");
                        t.column("tags", "text[]");
                        t.primaryKey("id").comment("one a user");
                        t.index("name");
                        t.index("users_tags", i -> i.using("gin").on("tags").comment("for search"));
                        t.comment("Who\nuses it");
                    }),
                    """
                    CREATE TABLE users (
                        id bigint,
                        name text,
                        tags text[],
                        CONSTRAINT users_pkey PRIMARY KEY (id)
                    );

                    CREATE INDEX users_name_idx ON users (name);

                    CREATE INDEX users_tags ON users USING gin (tags);

                    COMMENT ON INDEX users_tags IS 'for search';

                    COMMENT ON TABLE users IS 'Who
                    uses it';

                    COMMENT ON COLUMN users.id IS 'It''s the key';

                    COMMENT ON CONSTRAINT users_pkey ON users IS 'one a user';
                    """),
            row("a table without columns", "", op -> op.createTable("empty", t -> {}), "CREATE TABLE empty ();"),
            row(
                    "a table that may be there",
                    "",
                    op -> op.createTable("users", t -> {
                        t.column("id", "bigint");
                        t.index("id");
                        t.ifNotExists();
                    }),
                    """
                    CREATE TABLE IF NOT EXISTS users (
                        id bigint
                    );

                    CREATE INDEX IF NOT EXISTS users_id_idx ON users (id);
                    """),
            row(
                    "a table of a serial column",
                    "",
                    op -> op.createTable("users", t -> {
                        t.column("id", "serial");
                        t.primaryKey("id");
                    }),
                    """
                    CREATE TABLE users (
                        id serial,
                        CONSTRAINT users_pkey PRIMARY KEY (id)
                    );
                    """),
            row(
                    "a table with an identity that counts in its own way",
                    "",
                    op -> op.createTable("users", t -> {
                        t.column("id", "integer").identityByDefault(i -> i.start(100)
                                .increment(10)
                                .max(9_000)
                                .cache(5)
                                .cycle());
                        t.column("n", "smallint").identity(i -> i.increment(-1));
                    }),
                    """
                    CREATE TABLE users (
                        id integer GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 10 MAXVALUE 9000 START WITH 100 CACHE 5 CYCLE),
                        n smallint GENERATED ALWAYS AS IDENTITY (INCREMENT BY -1)
                    );
                    """),
            row(
                            "a table with a virtual column",
                            "",
                            op -> op.createTable("users", t -> {
                                t.column("a", "integer");
                                t.column("b", "integer").virtualAs("a + 1");
                            }),
                            """
                    CREATE TABLE users (
                        a integer,
                        b integer GENERATED ALWAYS AS (a + 1) VIRTUAL
                    );
                    """)
                    .from(18),
            row(
                    "a table with a key of several columns",
                    "",
                    op -> op.createTable("grants", t -> {
                        t.column("user_id", "bigint");
                        t.column("role", "text");
                        t.primaryKey("user_id", "role").named("grants_pk").include();
                    }),
                    """
                    CREATE TABLE grants (
                        user_id bigint,
                        role text,
                        CONSTRAINT grants_pk PRIMARY KEY (user_id, role)
                    );
                    """),
            row(
                    "two constraints that would have one name",
                    "",
                    op -> op.createTable("users", t -> {
                        t.column("a", "integer");
                        t.check("a > 0");
                        t.check("a < 9");
                    }),
                    """
                    CREATE TABLE users (
                        a integer,
                        CONSTRAINT users_a_check CHECK (a > 0),
                        CONSTRAINT users_a_check1 CHECK (a < 9)
                    );
                    """),
            row(
                    "a table that refers to itself",
                    "",
                    op -> op.createTable("nodes", t -> {
                        t.column("id", "bigint");
                        t.column("parent", "bigint");
                        t.primaryKey("id");
                        t.foreignKey("parent").references("nodes");
                    }),
                    """
                    CREATE TABLE nodes (
                        id bigint,
                        parent bigint,
                        CONSTRAINT nodes_pkey PRIMARY KEY (id),
                        CONSTRAINT nodes_parent_fkey FOREIGN KEY (parent) REFERENCES nodes
                    );
                    """),
            row(
                    "an unlogged table with storage parameters",
                    "",
                    op -> op.createTable("cache", t -> {
                        t.column("k", "text");
                        t.storage().unlogged().with("fillfactor", "70").with("autovacuum_enabled", "false");
                    }),
                    """
                    CREATE UNLOGGED TABLE cache (
                        k text
                    ) WITH (autovacuum_enabled = false, fillfactor = 70);
                    """),
            row(
                    "a partitioned table",
                    "",
                    op -> op.createTable("events", t -> {
                        t.column("at", "date").notNull();
                        t.storage().partitionBy("RANGE (at)");
                    }),
                    """
                    CREATE TABLE events (
                        at date NOT NULL
                    ) PARTITION BY RANGE (at);
                    """),
            row(
                    "a partition",
                    EVENTS,
                    op -> op.createTable("events_2025", t -> t.storage()
                            .partitionOf("events", "FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')")),
                    """
                    CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
                    """),
            row(
                    "a partition with a constraint of its own",
                    EVENTS,
                    op -> op.createTable("events_rest", t -> {
                        t.check("at > '1900-01-01'").named("old_check");
                        t.storage().partitionOf("events", "DEFAULT");
                    }),
                    """
                    CREATE TABLE events_rest PARTITION OF events (
                        CONSTRAINT old_check CHECK (at > '1900-01-01')
                    ) DEFAULT;
                    """),
            row(
                    "a partition with a default of its own",
                    EVENTS,
                    op -> op.createTable("events_rest", t -> {
                        t.inherited("at", "date").notNull().defaultTo("now()").comment("when");
                        t.storage().partitionOf("events", "DEFAULT");
                    }),
                    """
                    CREATE TABLE events_rest PARTITION OF events (
                        at WITH OPTIONS NOT NULL DEFAULT now()
                    ) DEFAULT;

                    COMMENT ON COLUMN events_rest.at IS 'when';
                    """),
            row(
                    "a table with a default of its own on an inherited column",
                    "CREATE TABLE users (name text)",
                    op -> op.createTable("admins", t -> {
                        t.column("level", "integer");
                        t.inherited("name", "text").notNull().defaultTo("'root'");
                        t.storage().inherits("users");
                    }),
                    """
                    CREATE TABLE admins (
                        level integer
                    ) INHERITS (users);

                    ALTER TABLE admins
                        ALTER COLUMN name SET NOT NULL,
                        ALTER COLUMN name SET DEFAULT 'root';
                    """),
            row(
                    "a table with a check that is not valid",
                    "",
                    op -> op.createTable("users", t -> {
                        t.column("age", "integer");
                        t.check("age > 0").notValid();
                    }),
                    """
                    CREATE TABLE users (
                        age integer
                    );

                    ALTER TABLE users ADD CONSTRAINT users_age_check CHECK (age > 0) NOT VALID;
                    """),
            row(
                    "a table that inherits",
                    USERS,
                    op -> op.createTable("admins", t -> {
                        t.column("level", "integer");
                        t.storage().inherits("users");
                    }),
                    """
                    CREATE TABLE admins (
                        level integer
                    ) INHERITS (users);
                    """),
            row(
                    "a table in another schema",
                    "CREATE SCHEMA audit; " + TEAMS,
                    op -> op.in("audit").createTable("log", t -> {
                        t.column("id", "bigint");
                        t.column("team", "bigint");
                        t.primaryKey("id");
                        t.foreignKey("team").references(QualifiedName.of("teams"), "id");
                        t.index("team");
                    }),
                    """
                    CREATE TABLE audit.log (
                        id bigint,
                        team bigint,
                        CONSTRAINT log_pkey PRIMARY KEY (id),
                        CONSTRAINT log_team_fkey FOREIGN KEY (team) REFERENCES teams (id)
                    );

                    CREATE INDEX log_team_idx ON audit.log (team);
                    """),
            row("drop a table", USERS, op -> op.dropTable("users"), "DROP TABLE users;")
                    .oneWay(),
            row(
                            "drop a table that may be there",
                            "",
                            op -> op.dropTable("users", DropOptions.IF_EXISTS),
                            "DROP TABLE IF EXISTS users;")
                    .oneWay(),
            row(
                            "drop a table and what depends on it",
                            USERS + "; CREATE VIEW v AS SELECT id FROM users",
                            op -> op.dropTable("users", DropOptions.CASCADE),
                            "DROP TABLE users CASCADE;")
                    .oneWay(),
            row(
                            "drop a table that may be there and what depends on it",
                            USERS,
                            op -> op.dropTable("users", DropOptions.IF_EXISTS_CASCADE),
                            "DROP TABLE IF EXISTS users CASCADE;")
                    .oneWay(),
            row(
                    "drop a table whose definition is known",
                    "CREATE TABLE users (id bigint PRIMARY KEY, name text DEFAULT 'x'); CREATE INDEX i ON users (name)",
                    op -> op.dropTable("users", t -> {
                        t.column("id", "bigint");
                        t.column("name", "text").defaultTo("'x'");
                        t.primaryKey("id");
                        t.index("i", i -> i.on("name"));
                    }),
                    "DROP TABLE users;"),
            row(
                    "drop a table of another schema whose definition is known",
                    "CREATE SCHEMA audit; CREATE TABLE audit.log (id bigint)",
                    op -> op.in("audit").dropTable("log", DropOptions.IF_EXISTS, t -> t.column("id", "bigint")),
                    "DROP TABLE IF EXISTS audit.log;"),
            row(
                    "rename a table",
                    USERS,
                    op -> op.renameTable("users", "people"),
                    "ALTER TABLE users RENAME TO people;"),
            row(
                    "move a table to another schema",
                    USERS + "; CREATE SCHEMA audit",
                    op -> op.in("public").setTableSchema("users", "audit"),
                    "ALTER TABLE public.users SET SCHEMA audit;"),
            row(
                            "move a table from where it is",
                            USERS + "; CREATE SCHEMA audit",
                            op -> op.setTableSchema("users", "audit"),
                            "ALTER TABLE users SET SCHEMA audit;")
                    .oneWay(),
            row(
                    "log a table no more",
                    USERS,
                    op -> op.alterTableStorage("users", from -> {}, to -> to.unlogged()),
                    "ALTER TABLE users SET UNLOGGED;"),
            row(
                    "storage parameters",
                    USERS.replace(")", ") WITH (fillfactor = 70, autovacuum_enabled = false)"),
                    op -> op.alterTableStorage(
                            "users",
                            from -> from.with("fillfactor", "70").with("autovacuum_enabled", "false"),
                            to -> to.with("fillfactor", "80")),
                    """
                    ALTER TABLE users SET (fillfactor = 80);

                    ALTER TABLE users RESET (autovacuum_enabled);
                    """),
            row(
                    "attach a partition",
                    EVENTS + "; CREATE TABLE old (at date NOT NULL)",
                    op -> op.alterTableStorage("old", from -> {}, to -> to.partitionOf("events", "DEFAULT")),
                    "ALTER TABLE events ATTACH PARTITION old DEFAULT;"),
            row(
                    "detach a partition",
                    EVENTS + "; CREATE TABLE old PARTITION OF events DEFAULT",
                    op -> op.alterTableStorage("old", from -> from.partitionOf("events", "DEFAULT"), to -> {}),
                    "ALTER TABLE events DETACH PARTITION old;"),
            row(
                    "inherit",
                    USERS + "; CREATE TABLE admins (id bigint); CREATE TABLE people (id bigint);"
                            + " ALTER TABLE admins INHERIT people",
                    op -> op.alterTableStorage("admins", from -> from.inherits("people"), to -> to.inherits("users")),
                    """
                    ALTER TABLE admins NO INHERIT people;

                    ALTER TABLE admins INHERIT users;
                    """));

    private TableCases() {}
}
