package dev.athanor.migration.operation;

import static dev.athanor.migration.operation.OperationCase.row;

import dev.athanor.migration.operation.EnumOperation.EnumColumn;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.QualifiedName;
import java.util.List;

final class TypeCases {

    private static final String MOOD = "CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')";
    private static final String PEOPLE =
            MOOD + "; CREATE TABLE people (m mood NOT NULL DEFAULT 'ok', all_moods mood[] DEFAULT '{sad}', n mood)";
    private static final String AGE = "CREATE DOMAIN age AS integer CONSTRAINT age_check CHECK (VALUE > 0)";
    private static final String ADDRESS = "CREATE TYPE address AS (street text, city text)";

    static final List<OperationCase> ROWS = List.of(
            row(
                    "an enum",
                    "",
                    op -> op.createEnum("mood", "sad", "it's ok", "happy"),
                    "CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy');"),
            row("an enum without values", "", op -> op.createEnum("mood"), "CREATE TYPE mood AS ENUM ();"),
            row("an enum with a comment", "", op -> op.createEnum("mood", List.of("sad"), "how one is"), """
                    CREATE TYPE mood AS ENUM ('sad');

                    COMMENT ON TYPE mood IS 'how one is';
                    """),
            row(
                    "an enum in another schema",
                    "CREATE SCHEMA audit",
                    op -> op.in("audit").createEnum("mood", "sad"),
                    "CREATE TYPE audit.mood AS ENUM ('sad');"),
            row("drop an enum", MOOD, op -> op.dropEnum("mood"), "DROP TYPE mood;")
                    .oneWay(),
            row(
                            "drop an enum that may be there",
                            "",
                            op -> op.dropEnum("mood", DropOptions.IF_EXISTS),
                            "DROP TYPE IF EXISTS mood;")
                    .oneWay(),
            row(
                    "drop an enum whose values are known",
                    MOOD,
                    op -> op.dropEnum("mood", "sad", "ok", "happy"),
                    "DROP TYPE mood;"),
            row(
                    "drop an enum whose values and comment are known",
                    MOOD + "; COMMENT ON TYPE mood IS 'how one is'",
                    op -> op.dropEnum("mood", DropOptions.IF_EXISTS, List.of("sad", "ok", "happy"), "how one is"),
                    "DROP TYPE IF EXISTS mood;"),
            row("add a value", MOOD, op -> op.addEnumValue("mood", "glad"), "ALTER TYPE mood ADD VALUE 'glad';")
                    .oneWay(),
            row(
                            "add a value that may be there before another",
                            MOOD,
                            op -> op.addEnumValue(
                                    "mood", "meh", v -> v.before("ok").ifNotExists()),
                            "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'meh' BEFORE 'ok';")
                    .oneWay(),
            row(
                    "add a value and have a way back",
                    PEOPLE,
                    op -> op.addEnumValue("mood", "meh", v -> v.after("sad")
                            .existing("sad", "ok", "happy")
                            .usedBy("people", "n")
                            .usedBy(new EnumColumn(QualifiedName.of("people"), "m", false, "'ok'::mood"))
                            .usedBy(new EnumColumn(QualifiedName.of("people"), "all_moods", true, "'{sad}'::mood[]"))),
                    "ALTER TYPE mood ADD VALUE 'meh' AFTER 'sad';"),
            row(
                    "rename a value",
                    PEOPLE,
                    op -> op.renameEnumValue("mood", "ok", "it's ok"),
                    "ALTER TYPE mood RENAME VALUE 'ok' TO 'it''s ok';"),
            row(
                    "drop a value",
                    PEOPLE + "; COMMENT ON TYPE mood IS 'was'",
                    op -> op.rebuildEnum("mood", e -> e.from("sad", "ok", "happy")
                            .to("ok", "sad")
                            .existingComment("was")
                            .comment("is")
                            .usedBy("people", "n")
                            .usedBy(new EnumColumn(QualifiedName.of("people"), "m", false, "'ok'"))
                            .usedBy(new EnumColumn(QualifiedName.of("people"), "all_moods", true, "'{sad}'"))),
                    """
                    ALTER TYPE mood RENAME TO mood_old;

                    CREATE TYPE mood AS ENUM ('ok', 'sad');

                    COMMENT ON TYPE mood IS 'is';

                    ALTER TABLE people ALTER COLUMN n TYPE mood USING n::text::mood;

                    ALTER TABLE people
                        ALTER COLUMN m DROP DEFAULT,
                        ALTER COLUMN m TYPE mood USING m::text::mood,
                        ALTER COLUMN m SET DEFAULT 'ok';

                    ALTER TABLE people
                        ALTER COLUMN all_moods DROP DEFAULT,
                        ALTER COLUMN all_moods TYPE mood[] USING all_moods::text[]::mood[],
                        ALTER COLUMN all_moods SET DEFAULT '{sad}';

                    DROP TYPE mood_old;
                    """),
            row(
                    "drop a value of a type with a long name in another schema",
                    "CREATE SCHEMA audit; CREATE TYPE audit.\"" + "é".repeat(31) + "\" AS ENUM ('a', 'b')",
                    op -> op.in("audit")
                            .rebuildEnum("é".repeat(31), e -> e.from("a", "b").to("b")),
                    """
                    ALTER TYPE audit."%s" RENAME TO "%s_old";

                    CREATE TYPE audit."%s" AS ENUM ('b');

                    DROP TYPE audit."%s_old";
                    """.formatted("é".repeat(31), "é".repeat(29), "é".repeat(31), "é".repeat(29))),
            row("rename a type", MOOD, op -> op.renameType("mood", "feeling"), "ALTER TYPE mood RENAME TO feeling;"),
            row(
                    "a composite type",
                    "",
                    op -> op.createComposite("address", t -> t.attribute("street", "text")
                            .attribute("city", "text", "\"C\"")
                            .comment("where")),
                    """
                    CREATE TYPE address AS (
                        street text,
                        city text COLLATE "C"
                    );

                    COMMENT ON TYPE address IS 'where';
                    """),
            row(
                    "a composite type of nothing",
                    "",
                    op -> op.createComposite("nothing", t -> {}),
                    "CREATE TYPE nothing AS ();"),
            row(
                            "drop a composite type",
                            ADDRESS,
                            op -> op.dropComposite("address", DropOptions.CASCADE),
                            "DROP TYPE address CASCADE;")
                    .oneWay(),
            row(
                    "drop a composite type whose definition is known",
                    ADDRESS,
                    op -> op.dropComposite(
                            "address", t -> t.attribute("street", "text").attribute("city", "text")),
                    "DROP TYPE address;"),
            row(
                    "drop a composite type, if it is there, whose definition is known",
                    ADDRESS,
                    op -> op.dropComposite("address", DropOptions.IF_EXISTS, t -> t.attribute("street", "text")
                            .attribute("city", "text")),
                    "DROP TYPE IF EXISTS address;"),
            row(
                    "alter a composite type",
                    ADDRESS,
                    op -> op.alterComposite(
                            "address",
                            from -> from.attribute("street", "text").attribute("city", "text"),
                            to -> to.attribute("street", "varchar").comment("where")),
                    """
                    ALTER TYPE address
                        DROP ATTRIBUTE city,
                        ALTER ATTRIBUTE street TYPE varchar;

                    COMMENT ON TYPE address IS 'where';
                    """),
            row(
                    "add an attribute",
                    ADDRESS,
                    op -> op.alterComposite(
                            "address",
                            from -> from.attribute("street", "text").attribute("city", "text"),
                            to -> to.attribute("street", "text")
                                    .attribute("city", "text")
                                    .attribute("zip", "text")),
                    "ALTER TYPE address ADD ATTRIBUTE zip text;"),
            row(
                    "rename an attribute",
                    ADDRESS,
                    op -> op.renameAttribute("address", "street", "road"),
                    "ALTER TYPE address RENAME ATTRIBUTE street TO road;"),
            row("a domain", "", op -> op.createDomain("age", "integer"), "CREATE DOMAIN age AS integer;"),
            row(
                    "a domain with everything",
                    "",
                    op -> op.createDomain("code", "text", d -> d.collate("\"C\"")
                            .defaultTo("'x'")
                            .notNull()
                            .check("code_length", "length(VALUE) < 9")
                            .check(new Check("code_form", "VALUE ~ '^x'", false, true, "begins with x"))
                            .comment("it's short")),
                    """
                    CREATE DOMAIN code AS text COLLATE "C" DEFAULT 'x' NOT NULL
                        CONSTRAINT code_length CHECK (length(VALUE) < 9)
                        CONSTRAINT code_form CHECK (VALUE ~ '^x');

                    COMMENT ON DOMAIN code IS 'it''s short';

                    COMMENT ON CONSTRAINT code_form ON DOMAIN code IS 'begins with x';
                    """),
            row("drop a domain", AGE, op -> op.dropDomain("age", DropOptions.IF_EXISTS), "DROP DOMAIN IF EXISTS age;")
                    .oneWay(),
            row(
                    "drop a domain whose type is known",
                    "CREATE DOMAIN age AS integer",
                    op -> op.dropDomain("age", "integer"),
                    "DROP DOMAIN age;"),
            row(
                    "drop a domain whose definition is known",
                    AGE,
                    op -> op.dropDomain("age", DropOptions.PLAIN, "integer", d -> d.check("age_check", "VALUE > 0")),
                    "DROP DOMAIN age;"),
            row(
                    "alter a domain",
                    AGE,
                    op -> op.alterDomain(
                            "age", "integer", from -> from.check("age_check", "VALUE > 0"), to -> to.notNull()
                                    .defaultTo("18")
                                    .check("age_check", "VALUE > 1")
                                    .comment("in years")),
                    """
                    ALTER DOMAIN age SET DEFAULT 18;

                    ALTER DOMAIN age SET NOT NULL;

                    ALTER DOMAIN age DROP CONSTRAINT age_check;

                    ALTER DOMAIN age ADD CONSTRAINT age_check CHECK (VALUE > 1);

                    COMMENT ON DOMAIN age IS 'in years';
                    """),
            row(
                    "a check of a domain that is not valid",
                    AGE,
                    op -> op.alterDomain("age", "integer", from -> from.check("age_check", "VALUE > 0"), to -> to.check(
                                    "age_check", "VALUE > 0")
                            .check(new Check("adult", "VALUE > 17", false, false, null))),
                    "ALTER DOMAIN age ADD CONSTRAINT adult CHECK (VALUE > 17) NOT VALID;"),
            row("rename a domain", AGE, op -> op.renameDomain("age", "years"), "ALTER DOMAIN age RENAME TO years;"),
            row(
                    "rename a constraint of a domain",
                    AGE,
                    op -> op.renameDomainConstraint("age", "age_check", "positive"),
                    "ALTER DOMAIN age RENAME CONSTRAINT age_check TO positive;"));

    private TypeCases() {}
}
