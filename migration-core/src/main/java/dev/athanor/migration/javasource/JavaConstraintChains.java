package dev.athanor.migration.javasource;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.Exclusion;
import dev.athanor.migration.schema.Constraint.ForeignKey;
import dev.athanor.migration.schema.Constraint.NotNull;
import dev.athanor.migration.schema.Constraint.PrimaryKey;
import dev.athanor.migration.schema.Constraint.Unique;
import dev.athanor.migration.schema.Deferrability;
import dev.athanor.migration.schema.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Definitions of constraints, in Java. */
final class JavaConstraintChains {

    private final JavaImports imports;

    JavaConstraintChains(JavaImports imports) {
        this.imports = imports;
    }

    /** Returns a constraint without its name, such as {@code .unique("name").nullsNotDistinct()}. */
    JavaChain whole(@Nullable String schema, Constraint constraint) {
        return constraint.accept(new Start(schema)).append(more(constraint));
    }

    /** Begins with the kind of constraint and its columns. */
    private final class Start implements Constraint.Visitor<JavaChain> {

        private final @Nullable String schema;

        Start(@Nullable String schema) {
            this.schema = schema;
        }

        @Override
        public JavaChain primaryKey(PrimaryKey key) {
            return new JavaChain().code("primaryKey", JavaStrings.list(key.columns()));
        }

        @Override
        public JavaChain unique(Unique unique) {
            return new JavaChain().code("unique", JavaStrings.list(unique.columns()));
        }

        @Override
        public JavaChain foreignKey(ForeignKey key) {
            String table = imports.reference(schema, key.referencedTable());
            List<String> columns = key.referencedColumns();
            return new JavaChain()
                    .code("foreignKey", JavaStrings.list(key.columns()))
                    .code("references", columns.isEmpty() ? table : table + ", " + JavaStrings.list(columns));
        }

        @Override
        public JavaChain check(Check check) {
            return new JavaChain().call("check", check.expression());
        }

        @Override
        public JavaChain exclusion(Exclusion exclusion) {
            JavaChain chain = new JavaChain().call("exclude");
            if (!exclusion.method().equals("gist")) {
                chain.call("using", exclusion.method());
            }
            JavaKeys keys = new JavaKeys(imports);
            exclusion
                    .elements()
                    .forEach(element -> chain.code(
                            "element", keys.nameOrKey(element.key()) + ", " + JavaStrings.of(element.operator())));
            return chain;
        }

        @Override
        public JavaChain notNull(NotNull constraint) {
            return new JavaChain().call("notNull", constraint.column());
        }
    }

    /** Returns the calls besides columns and tables. */
    JavaChain more(Constraint constraint) {
        return constraint.accept(new More()).callIfGiven("comment", constraint.comment());
    }

    private final class More implements Constraint.Visitor<JavaChain> {

        @Override
        public JavaChain primaryKey(PrimaryKey key) {
            JavaChain chain = new JavaChain()
                    .callIfAny("include", key.include())
                    .callIf(key.withoutOverlaps(), "withoutOverlaps");
            return deferrability(chain, key.deferrability());
        }

        @Override
        public JavaChain unique(Unique unique) {
            JavaChain chain = new JavaChain()
                    .callIfAny("include", unique.include())
                    .callIf(unique.nullsNotDistinct(), "nullsNotDistinct")
                    .callIf(unique.withoutOverlaps(), "withoutOverlaps");
            return deferrability(chain, unique.deferrability());
        }

        @Override
        public JavaChain foreignKey(ForeignKey key) {
            JavaChain chain = new JavaChain().callIf(key.period(), "period").callIf(key.matchFull(), "matchFull");
            if (key.onUpdate() != ReferentialAction.NO_ACTION) {
                chain.code("onUpdate", imports.action(key.onUpdate()));
            }
            if (key.onDelete() != ReferentialAction.NO_ACTION) {
                String columns = key.onDeleteColumns().isEmpty() ? "" : ", " + JavaStrings.list(key.onDeleteColumns());
                chain.code("onDelete", imports.action(key.onDelete()) + columns);
            }
            return deferrability(chain, key.deferrability())
                    .callIf(!key.validated(), "notValid")
                    .callIf(!key.enforced(), "notEnforced");
        }

        @Override
        public JavaChain check(Check check) {
            return new JavaChain()
                    .callIf(check.noInherit(), "noInherit")
                    .callIf(!check.validated(), "notValid")
                    .callIf(!check.enforced(), "notEnforced");
        }

        @Override
        public JavaChain notNull(NotNull constraint) {
            return new JavaChain()
                    .callIf(constraint.noInherit(), "noInherit")
                    .callIf(!constraint.validated(), "notValid");
        }

        @Override
        public JavaChain exclusion(Exclusion exclusion) {
            JavaChain chain = new JavaChain()
                    .callIfAny("include", exclusion.include())
                    .callIfGiven("where", exclusion.predicate());
            return deferrability(chain, exclusion.deferrability());
        }
    }

    private static JavaChain deferrability(JavaChain chain, Deferrability deferrability) {
        return chain.callIf(deferrability == Deferrability.INITIALLY_IMMEDIATE, "deferrable")
                .callIf(deferrability == Deferrability.INITIALLY_DEFERRED, "initiallyDeferred");
    }
}
