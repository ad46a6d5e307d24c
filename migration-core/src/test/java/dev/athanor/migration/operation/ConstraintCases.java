package dev.athanor.migration.operation;

import static dev.athanor.migration.operation.OperationCase.row;

import dev.athanor.migration.directive.ConstraintChoice;
import dev.athanor.migration.directive.ForeignKeyBuilder;
import dev.athanor.migration.schema.IndexKey;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.ReferentialAction;
import java.util.List;
import java.util.function.Consumer;

final class ConstraintCases {

    private static final String TABLES =
            "CREATE TABLE teams (id bigint PRIMARY KEY, a integer, b integer, UNIQUE (a, b));"
                    + " CREATE TABLE users (id bigint NOT NULL, team_id bigint, name text, a integer, b integer, during int4range)";

    private static OperationCase foreignKey(String name, Consumer<ForeignKeyBuilder> more, String sql) {
        return row(
                name,
                TABLES,
                op -> op.createForeignKey("f", "users", "teams", List.of("team_id"), List.of("id"), more),
                "ALTER TABLE users\n    ADD CONSTRAINT f FOREIGN KEY (team_id) REFERENCES teams (id) " + sql);
    }

    private static OperationCase constraint(String name, Consumer<ConstraintChoice> kind, String sql) {
        return row(
                name,
                TABLES,
                op -> op.createConstraint("c", "users", kind),
                "ALTER TABLE users\n    ADD CONSTRAINT c " + sql);
    }

    static final List<OperationCase> ROWS = List.of(
            row("a primary key", TABLES, op -> op.createPrimaryKey("users_pkey", "users", "id"), """
                    ALTER TABLE users
                        ADD CONSTRAINT users_pkey PRIMARY KEY (id);
                    """),
            constraint(
                    "a primary key with more",
                    c -> c.primaryKey("id").include("name").deferrable(),
                    "PRIMARY KEY (id) INCLUDE (name) DEFERRABLE;"),
            row("a unique constraint", TABLES, op -> op.createUniqueConstraint("u", "users", "name", "a"), """
                    ALTER TABLE users
                        ADD CONSTRAINT u UNIQUE (name, a);
                    """),
            constraint(
                    "a unique constraint with more",
                    c -> c.unique("name").include("a").initiallyDeferred(),
                    "UNIQUE (name) INCLUDE (a) DEFERRABLE INITIALLY DEFERRED;"),
            constraint(
                            "a unique constraint in which nulls are alike",
                            c -> c.unique("name").nullsNotDistinct(),
                            "UNIQUE NULLS NOT DISTINCT (name);")
                    .from(15),
            row(
                            "keys without overlaps",
                            "CREATE TABLE s (a int4range NOT NULL, b int4range NOT NULL, c int4range)",
                            op -> {
                                op.createConstraint(
                                        "k", "s", c -> c.primaryKey("a", "b").withoutOverlaps());
                                op.createConstraint(
                                        "u", "s", c -> c.unique("b", "c").withoutOverlaps());
                                op.createForeignKey(
                                        "f", "s", "s", List.of("c", "b"), List.of("a", "b"), f -> f.period());
                            },
                            """
                            ALTER TABLE s
                                ADD CONSTRAINT k PRIMARY KEY (a, b WITHOUT OVERLAPS);

                            ALTER TABLE s
                                ADD CONSTRAINT u UNIQUE (b, c WITHOUT OVERLAPS);

                            ALTER TABLE s
                                ADD CONSTRAINT f FOREIGN KEY (c, PERIOD b) REFERENCES s (a, PERIOD b);
                            """)
                    .from(18),
            constraint("a not null constraint", c -> c.notNull("a").noInherit(), "NOT NULL a NO INHERIT;")
                    .from(18),
            constraint("a not null constraint for new rows", c -> c.notNull("a").notValid(), "NOT NULL a NOT VALID;")
                    .from(18),
            constraint(
                            "a check that is not enforced",
                            c -> c.check("a > 1").notEnforced(),
                            "CHECK (a > 1) NOT ENFORCED;")
                    .from(18),
            foreignKey("a foreign key that is not enforced", f -> f.notEnforced(), "NOT ENFORCED;")
                    .from(18),
            row(
                            "a foreign key that becomes not enforced",
                            TABLES + "; ALTER TABLE users ADD CONSTRAINT f FOREIGN KEY (team_id) REFERENCES teams (id)",
                            op -> op.replaceConstraint(
                                    "f",
                                    "users",
                                    from -> from.foreignKey("team_id").references("teams", "id"),
                                    to -> to.foreignKey("team_id")
                                            .references("teams", "id")
                                            .notEnforced()),
                            "ALTER TABLE users ALTER CONSTRAINT f NOT ENFORCED;")
                    .from(18),
            row(
                            "a not null constraint that children no longer inherit",
                            TABLES + "; ALTER TABLE users ADD CONSTRAINT n NOT NULL a",
                            op -> op.replaceConstraint("n", "users", from -> from.notNull("a"), to -> to.notNull("a")
                                    .noInherit()),
                            "ALTER TABLE users ALTER CONSTRAINT n NO INHERIT;")
                    .from(18),
            constraint(
                    "a unique constraint with a comment", c -> c.unique("name").comment("it's one"), """
                    UNIQUE (name);

                    COMMENT ON CONSTRAINT c ON users IS 'it''s one';
                    """),
            row(
                    "a foreign key",
                    TABLES,
                    op -> op.createForeignKey(
                            "users_team_id_fkey", "users", "teams", List.of("team_id"), List.of("id")),
                    """
                    ALTER TABLE users
                        ADD CONSTRAINT users_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams (id);
                    """),
            row(
                    "a foreign key of two columns",
                    TABLES,
                    op -> op.createForeignKey(
                            "f", "users", "teams", List.of("a", "b"), List.of("a", "b"), f -> f.matchFull()),
                    """
                    ALTER TABLE users
                        ADD CONSTRAINT f FOREIGN KEY (a, b) REFERENCES teams (a, b) MATCH FULL;
                    """),
            constraint(
                    "a foreign key to a primary key",
                    c -> c.foreignKey("team_id").references("teams"),
                    "FOREIGN KEY (team_id) REFERENCES teams;"),
            foreignKey(
                    "a foreign key that cascades",
                    f -> f.onDelete(ReferentialAction.CASCADE).onUpdate(ReferentialAction.CASCADE),
                    "ON UPDATE CASCADE ON DELETE CASCADE;"),
            foreignKey(
                    "a foreign key that sets null", f -> f.onDelete(ReferentialAction.SET_NULL), "ON DELETE SET NULL;"),
            foreignKey(
                            "a foreign key that sets one column null",
                            f -> f.onDelete(ReferentialAction.SET_NULL, "team_id"),
                            "ON DELETE SET NULL (team_id);")
                    .from(15),
            foreignKey(
                    "a foreign key that sets the default",
                    f -> f.onDelete(ReferentialAction.SET_DEFAULT).onUpdate(ReferentialAction.RESTRICT),
                    "ON UPDATE RESTRICT ON DELETE SET DEFAULT;"),
            foreignKey("a deferrable foreign key", f -> f.deferrable(), "DEFERRABLE;"),
            foreignKey("a deferred foreign key", f -> f.initiallyDeferred(), "DEFERRABLE INITIALLY DEFERRED;"),
            foreignKey("a foreign key that is not valid", f -> f.notValid(), "NOT VALID;"),
            foreignKey("a foreign key with a comment", f -> f.notValid().comment("later"), """
                    NOT VALID;

                    COMMENT ON CONSTRAINT f ON users IS 'later';
                    """),
            row(
                    "a foreign key to another schema",
                    "CREATE SCHEMA audit; CREATE TABLE audit.log (id bigint PRIMARY KEY); " + TABLES,
                    op -> op.createConstraint("c", "users", c -> c.foreignKey("id")
                            .references(QualifiedName.of("audit", "log"), "id")
                            .onDelete(ReferentialAction.RESTRICT)),
                    """
                    ALTER TABLE users
                        ADD CONSTRAINT c FOREIGN KEY (id) REFERENCES audit.log (id) ON DELETE RESTRICT;
                    """),
            row(
                    "a foreign key inside of another schema",
                    "CREATE SCHEMA audit; CREATE TABLE audit.log (id bigint PRIMARY KEY, parent bigint)",
                    op -> op.in("audit").createForeignKey("f", "log", "log", List.of("parent"), List.of("id")),
                    """
                    ALTER TABLE audit.log
                        ADD CONSTRAINT f FOREIGN KEY (parent) REFERENCES audit.log (id);
                    """),
            row("a check", TABLES, op -> op.createCheckConstraint("c", "users", "a > 0 AND name <> 'x'"), """
                    ALTER TABLE users
                        ADD CONSTRAINT c CHECK (a > 0 AND name <> 'x');
                    """),
            row(
                    "a check with more",
                    TABLES,
                    op -> op.createCheckConstraint(
                            "c", "users", "a > 0", c -> c.noInherit().notValid().comment("soon")),
                    """
                    ALTER TABLE users
                        ADD CONSTRAINT c CHECK (a > 0) NO INHERIT NOT VALID;

                    COMMENT ON CONSTRAINT c ON users IS 'soon';
                    """),
            row(
                    "an exclusion",
                    TABLES,
                    op -> op.createExcludeConstraint("x", "users", e -> e.element("during", "&&")),
                    """
                    ALTER TABLE users
                        ADD CONSTRAINT x EXCLUDE USING gist (during WITH &&);
                    """),
            row(
                    "an exclusion with more",
                    TABLES,
                    op -> op.createExcludeConstraint("x", "users", e -> e.using("btree")
                            .element(IndexKey.ofExpression("lower(name)"), "=")
                            .element("a", "=")
                            .include("b")
                            .where("a > 0")
                            .deferrable()),
                    """
                    ALTER TABLE users
                        ADD CONSTRAINT x EXCLUDE USING btree (lower(name) WITH =, a WITH =) INCLUDE (b) WHERE (a > 0) DEFERRABLE;
                    """),
            row(
                            "drop a constraint",
                            TABLES,
                            op -> op.dropConstraint("teams_pkey", "teams"),
                            "ALTER TABLE teams DROP CONSTRAINT teams_pkey;")
                    .oneWay(),
            row(
                            "drop a constraint that may be there and what depends on it",
                            TABLES,
                            op -> op.dropConstraint("teams_pkey", "teams", DropOptions.IF_EXISTS_CASCADE),
                            "ALTER TABLE teams DROP CONSTRAINT IF EXISTS teams_pkey CASCADE;")
                    .oneWay(),
            row(
                    "drop a primary key whose definition is known",
                    TABLES,
                    op -> op.dropConstraint("teams_pkey", "teams", c -> c.primaryKey("id")),
                    "ALTER TABLE teams DROP CONSTRAINT teams_pkey;"),
            row(
                    "drop a foreign key whose definition is known",
                    TABLES + "; ALTER TABLE users ADD CONSTRAINT f FOREIGN KEY (team_id) REFERENCES teams NOT VALID",
                    op -> op.dropConstraint("f", "users", DropOptions.IF_EXISTS, c -> c.foreignKey("team_id")
                            .references("teams", "id")
                            .notValid()),
                    "ALTER TABLE users DROP CONSTRAINT IF EXISTS f;"),
            row(
                    "drop an exclusion whose definition is known",
                    TABLES + "; ALTER TABLE users ADD CONSTRAINT x EXCLUDE USING gist (during WITH &&)",
                    op -> op.dropConstraint("x", "users", c -> c.exclude().element("during", "&&")),
                    "ALTER TABLE users DROP CONSTRAINT x;"),
            row(
                            "validate a constraint",
                            TABLES + "; ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
                            op -> op.validateConstraint("c", "users"),
                            "ALTER TABLE users VALIDATE CONSTRAINT c;")
                    .oneWay(),
            row(
                    "validate a check whose definition is known",
                    TABLES + "; ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
                    op -> op.validateConstraint("c", "users", c -> c.check("a > 0")),
                    "ALTER TABLE users VALIDATE CONSTRAINT c;"),
            row(
                    "validate a foreign key whose definition is known",
                    TABLES + "; ALTER TABLE users ADD CONSTRAINT f FOREIGN KEY (team_id) REFERENCES teams NOT VALID",
                    op -> op.validateConstraint(
                            "f", "users", c -> c.foreignKey("team_id").references("teams", "id")),
                    "ALTER TABLE users VALIDATE CONSTRAINT f;"),
            row(
                    "add without looking, then look",
                    TABLES,
                    op -> {
                        op.createCheckConstraint("c", "users", "a > 0", c -> c.notValid());
                        op.validateConstraint("c", "users");
                    },
                    """
                    ALTER TABLE users
                        ADD CONSTRAINT c CHECK (a > 0) NOT VALID;

                    ALTER TABLE users VALIDATE CONSTRAINT c;
                    """),
            row(
                    "replace a check",
                    TABLES + "; ALTER TABLE users ADD CONSTRAINT c CHECK (a > 0)",
                    op -> op.replaceConstraint("c", "users", from -> from.check("a > 0"), to -> to.check("a > 1")),
                    """
                    ALTER TABLE users
                        DROP CONSTRAINT c,
                        ADD CONSTRAINT c CHECK (a > 1);
                    """),
            row(
                    "rename a constraint",
                    TABLES,
                    op -> op.renameConstraint("teams", "teams_pkey", "teams_pk"),
                    "ALTER TABLE teams RENAME CONSTRAINT teams_pkey TO teams_pk;"));

    private ConstraintCases() {}
}
