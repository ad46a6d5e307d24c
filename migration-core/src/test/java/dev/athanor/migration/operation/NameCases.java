package dev.athanor.migration.operation;

import static dev.athanor.migration.operation.OperationCase.row;

import dev.athanor.migration.operation.EnumOperation.EnumColumn;
import dev.athanor.migration.operation.ObjectName.Kind;
import dev.athanor.migration.schema.IndexKey;
import dev.athanor.migration.schema.QualifiedName;
import dev.athanor.migration.schema.ReferentialAction;
import java.util.List;
import java.util.Map;

/** Reserved words, mixed case, quotation marks, Unicode and dots in every place where a name can be. */
final class NameCases {

    private static final String ORDER =
            "CREATE TABLE \"Order\" (\"Größe\" integer, \"a.b\" text, \"say \"\"hi\"\"\" date)";

    static final List<OperationCase> ROWS = List.of(
            row(
                    "a table with names of all kinds",
                    "",
                    op -> op.createTable("select", t -> {
                        t.column("Id", "bigint");
                        t.column("from", "text").comment("it");
                        t.column("größe", "integer");
                        t.column("a.b", "date");
                        t.column("say \"hi\"", "text");
                        t.column("2nd", "text");
                        t.column("with space", "text");
                        t.column("c$", "text");
                        t.column("名前", "text");
                        t.column("_ok1", "text");
                        t.primaryKey("Id");
                        t.unique("from", "a.b");
                        t.foreignKey("größe").references("select", "Id").onDelete(ReferentialAction.CASCADE);
                        t.index("名前", "2nd");
                        t.comment("they");
                    }),
                    """
                    CREATE TABLE "select" (
                        "Id" bigint,
                        "from" text,
                        "größe" integer,
                        "a.b" date,
                        "say ""hi\""" text,
                        "2nd" text,
                        "with space" text,
                        "c$" text,
                        "名前" text,
                        _ok1 text,
                        CONSTRAINT select_pkey PRIMARY KEY ("Id"),
                        CONSTRAINT "select_from_a.b_key" UNIQUE ("from", "a.b"),
                        CONSTRAINT "select_größe_fkey" FOREIGN KEY ("größe") REFERENCES "select" ("Id") ON DELETE CASCADE
                    );

                    CREATE INDEX "select_名前_2nd_idx" ON "select" ("名前", "2nd");

                    COMMENT ON TABLE "select" IS 'they';

                    COMMENT ON COLUMN "select"."from" IS 'it';
                    """),
            row(
                    "names that PostgreSQL would cut",
                    "",
                    op -> op.createTable("t".repeat(40), t -> {
                        t.column("c".repeat(40), "integer");
                        t.column("é".repeat(20), "integer");
                        t.primaryKey("c".repeat(40));
                        t.unique("c".repeat(40), "é".repeat(20));
                    }),
                    """
                    CREATE TABLE %s (
                        %s integer,
                        "%s" integer,
                        CONSTRAINT %s_pkey PRIMARY KEY (%s),
                        CONSTRAINT %s_%s_key UNIQUE (%s, "%s")
                    );
                    """.formatted(
                                    "t".repeat(40),
                                    "c".repeat(40),
                                    "é".repeat(20),
                                    "t".repeat(40),
                                    "c".repeat(40),
                                    "t".repeat(29),
                                    "c".repeat(29),
                                    "c".repeat(40),
                                    "é".repeat(20))),
            row(
                    "a schema and a table with a dot",
                    "CREATE SCHEMA \"x.y\"",
                    op -> op.in("x.y").createTable("a.b", t -> {
                        t.column("id", "bigint").comment("key");
                        t.primaryKey("id").comment("one");
                        t.index("A", i -> i.on("id").comment("by id"));
                    }),
                    """
                    CREATE TABLE "x.y"."a.b" (
                        id bigint,
                        CONSTRAINT "a.b_pkey" PRIMARY KEY (id)
                    );

                    CREATE INDEX "A" ON "x.y"."a.b" (id);

                    COMMENT ON INDEX "x.y"."A" IS 'by id';

                    COMMENT ON COLUMN "x.y"."a.b".id IS 'key';

                    COMMENT ON CONSTRAINT "a.b_pkey" ON "x.y"."a.b" IS 'one';
                    """),
            row(
                    "columns",
                    ORDER,
                    op -> {
                        op.addColumn("Order", "user", "text", c -> c.comment("who"));
                        op.renameColumn("Order", "Größe", "GRÖSSE");
                        op.alterColumn("Order", "a.b", c -> c.notNull().comment("dotted"));
                        op.dropColumn("Order", "say \"hi\"", "date");
                    },
                    """
                    ALTER TABLE "Order" ADD COLUMN "user" text;

                    COMMENT ON COLUMN "Order"."user" IS 'who';

                    ALTER TABLE "Order" RENAME COLUMN "Größe" TO "GRÖSSE";

                    ALTER TABLE "Order" ALTER COLUMN "a.b" SET NOT NULL;

                    COMMENT ON COLUMN "Order"."a.b" IS 'dotted';

                    ALTER TABLE "Order" DROP COLUMN "say ""hi\""";
                    """),
            row(
                    "indexes",
                    ORDER,
                    op -> {
                        op.createIndex("Größe.idx", "Order", i -> i.on("Größe").include("a.b"));
                        op.createIndex(
                                "table",
                                "Order",
                                i -> i.on(IndexKey.ofColumn("a.b").desc()));
                        op.renameIndex("table", "Table");
                    },
                    """
                    CREATE INDEX "Größe.idx" ON "Order" ("Größe") INCLUDE ("a.b");

                    CREATE INDEX "table" ON "Order" ("a.b" DESC);

                    ALTER INDEX "table" RENAME TO "Table";
                    """),
            row(
                    "constraints",
                    ORDER,
                    op -> {
                        op.createUniqueConstraint("Größe", "Order", "Größe");
                        op.createCheckConstraint("a.b", "Order", "\"a.b\" <> ''", c -> c.comment("not empty"));
                        op.renameConstraint("Order", "a.b", "end");
                        op.createForeignKey("fk\"", "Order", "Order", List.of("Größe"), List.of("Größe"));
                    },
                    """
                    ALTER TABLE "Order"
                        ADD CONSTRAINT "Größe" UNIQUE ("Größe");

                    ALTER TABLE "Order"
                        ADD CONSTRAINT "a.b" CHECK ("a.b" <> '');

                    COMMENT ON CONSTRAINT "a.b" ON "Order" IS 'not empty';

                    ALTER TABLE "Order" RENAME CONSTRAINT "a.b" TO "end";

                    ALTER TABLE "Order"
                        ADD CONSTRAINT "fk\""" FOREIGN KEY ("Größe") REFERENCES "Order" ("Größe");
                    """),
            row(
                    "types",
                    "CREATE TYPE \"User\" AS ENUM ('a', 'b'); CREATE TABLE \"all\" (\"is\" \"User\" DEFAULT 'a')",
                    op -> {
                        op.rebuildEnum("User", e -> e.from("a", "b")
                                .to("b", "a", "it's \"c\"")
                                .usedBy(new EnumColumn(QualifiedName.of("all"), "is", false, "'a'")));
                        op.createDomain("Größe", "integer", d -> d.check("a.b", "VALUE > 0"));
                        op.renameDomainConstraint("Größe", "a.b", "B");
                        op.createComposite("in", t -> t.attribute("Straße", "text"));
                        op.renameAttribute("in", "Straße", "order");
                    },
                    """
                    ALTER TYPE "User" RENAME TO "User_old";

                    CREATE TYPE "User" AS ENUM ('b', 'a', 'it''s "c"');

                    ALTER TABLE "all"
                        ALTER COLUMN "is" DROP DEFAULT,
                        ALTER COLUMN "is" TYPE "User" USING "is"::text::"User",
                        ALTER COLUMN "is" SET DEFAULT 'a';

                    DROP TYPE "User_old";

                    CREATE DOMAIN "Größe" AS integer
                        CONSTRAINT "a.b" CHECK (VALUE > 0);

                    ALTER DOMAIN "Größe" RENAME CONSTRAINT "a.b" TO "B";

                    CREATE TYPE "in" AS (
                        "Straße" text
                    );

                    ALTER TYPE "in" RENAME ATTRIBUTE "Straße" TO "order";
                    """),
            row(
                    "sequences, views and schemas",
                    ORDER,
                    op -> {
                        op.createSchema("x.y", s -> s.comment("dotted"));
                        op.in("x.y").createTable("group", t -> t.column("Nr", "bigint"));
                        op.in("x.y").createSequence("Nr", s -> s.ownedBy("group", "Nr"));
                        op.in("x.y").createView("View", "SELECT \"Nr\" FROM \"x.y\".\"group\"");
                        op.createComment(ObjectName.of(Kind.VIEW, QualifiedName.of("x.y", "View")), "mixed");
                        op.in("x.y").renameSequence("Nr", "nr.2");
                    },
                    """
                    CREATE SCHEMA "x.y";

                    COMMENT ON SCHEMA "x.y" IS 'dotted';

                    CREATE TABLE "x.y"."group" (
                        "Nr" bigint
                    );

                    CREATE SEQUENCE "x.y"."Nr" OWNED BY "x.y"."group"."Nr";

                    CREATE VIEW "x.y"."View" AS
                    SELECT "Nr" FROM "x.y"."group";

                    COMMENT ON VIEW "x.y"."View" IS 'mixed';

                    ALTER SEQUENCE "x.y"."Nr" RENAME TO "nr.2";
                    """),
            row(
                    "functions and triggers",
                    ORDER,
                    op -> {
                        op.createFunction(
                                "Note",
                                "",
                                "CREATE FUNCTION \"Note\"() RETURNS trigger LANGUAGE plpgsql"
                                        + " AS $$ BEGIN RETURN NEW; END; $$;");
                        op.createTrigger(
                                "a.b",
                                "Order",
                                "CREATE TRIGGER \"a.b\" BEFORE INSERT ON \"Order\""
                                        + " FOR EACH ROW EXECUTE FUNCTION \"Note\"()",
                                t -> t.comment("it"));
                        op.renameTrigger("a.b", "Order", "when");
                        op.disableTrigger("when", "Order");
                        op.renameFunction("Note", "", "note \"it\"");
                    },
                    """
                    CREATE FUNCTION "Note"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END; $$;

                    CREATE TRIGGER "a.b" BEFORE INSERT ON "Order" FOR EACH ROW EXECUTE FUNCTION "Note"();

                    COMMENT ON TRIGGER "a.b" ON "Order" IS 'it';

                    ALTER TRIGGER "a.b" ON "Order" RENAME TO "when";

                    ALTER TABLE "Order" DISABLE TRIGGER "when";

                    ALTER FUNCTION "Note"() RENAME TO "note ""it\""";
                    """),
            row(
                    "rows with such names",
                    ORDER,
                    op -> op.bulkInsert("Order", List.of("Größe"), List.of(Map.of("Größe", 1, "a.b", "x.y"))),
                    """
                    INSERT INTO "Order" ("Größe", "a.b") VALUES
                        (1, 'x.y');
                    """));

    private NameCases() {}
}
