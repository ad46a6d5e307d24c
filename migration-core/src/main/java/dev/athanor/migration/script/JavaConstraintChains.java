package dev.athanor.migration.script;

import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Constraint.Exclusion;
import dev.athanor.migration.schema.Constraint.ForeignKey;
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

    /** {@code .unique("name").nullsNotDistinct()}, without its name. */
    JavaChain whole(@Nullable String schema, Constraint constraint) {
        return start(schema, constraint).append(more(constraint));
    }

    private JavaChain start(@Nullable String schema, Constraint constraint) {
        JavaChain chain = new JavaChain();
        if (constraint instanceof PrimaryKey key) {
            return chain.code("primaryKey", JavaStrings.list(key.columns()));
        }
        if (constraint instanceof Unique unique) {
            return chain.code("unique", JavaStrings.list(unique.columns()));
        }
        if (constraint instanceof ForeignKey key) {
            return chain.code("foreignKey", JavaStrings.list(key.columns()))
                    .code("references", references(schema, key));
        }
        return constraint instanceof Check check
                ? chain.call("check", check.expression())
                : exclusion(chain.call("exclude"), (Exclusion) constraint);
    }

    private String references(@Nullable String schema, ForeignKey key) {
        String table = imports.reference(schema, key.referencedTable());
        List<String> columns = key.referencedColumns();
        return columns.isEmpty() ? table : table + ", " + JavaStrings.list(columns);
    }

    /** What is said besides columns and tables. */
    JavaChain more(Constraint constraint) {
        JavaChain chain = new JavaChain();
        if (constraint instanceof PrimaryKey key) {
            chain.callIfAny("include", key.include());
            deferrability(chain, key.deferrability());
        } else if (constraint instanceof Unique unique) {
            chain.callIfAny("include", unique.include()).callIf(unique.nullsNotDistinct(), "nullsNotDistinct");
            deferrability(chain, unique.deferrability());
        } else if (constraint instanceof ForeignKey key) {
            foreignKey(chain, key);
        } else if (constraint instanceof Check check) {
            chain.callIf(check.noInherit(), "noInherit").callIf(!check.validated(), "notValid");
        } else if (constraint instanceof Exclusion exclusion) {
            chain.callIfAny("include", exclusion.include()).callIfGiven("where", exclusion.predicate());
            deferrability(chain, exclusion.deferrability());
        }
        return chain.callIfGiven("comment", constraint.comment());
    }

    private void foreignKey(JavaChain chain, ForeignKey key) {
        chain.callIf(key.matchFull(), "matchFull");
        if (key.onUpdate() != ReferentialAction.NO_ACTION) {
            chain.code("onUpdate", imports.action(key.onUpdate()));
        }
        if (key.onDelete() != ReferentialAction.NO_ACTION) {
            String columns = key.onDeleteColumns().isEmpty() ? "" : ", " + JavaStrings.list(key.onDeleteColumns());
            chain.code("onDelete", imports.action(key.onDelete()) + columns);
        }
        deferrability(chain, key.deferrability());
        chain.callIf(!key.validated(), "notValid");
    }

    private JavaChain exclusion(JavaChain chain, Exclusion exclusion) {
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

    private static void deferrability(JavaChain chain, Deferrability deferrability) {
        chain.callIf(deferrability == Deferrability.INITIALLY_IMMEDIATE, "deferrable");
        chain.callIf(deferrability == Deferrability.INITIALLY_DEFERRED, "initiallyDeferred");
    }
}
