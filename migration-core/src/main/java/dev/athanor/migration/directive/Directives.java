package dev.athanor.migration.directive;

import dev.athanor.migration.operation.Operation;
import dev.athanor.migration.schema.QualifiedName;
import java.util.function.Consumer;

/**
 * Issues the operations of a revision in Java: Alembic's directives, with PostgreSQL's words for the rest.
 *
 * <p>Each call issues one {@link Operation}. The short forms take names; the long forms take a lambda for the rest.
 * Names are spelled
 * as in the catalogs and are never parsed for dots or quotation marks; types and expressions are SQL.
 *
 * @since 0.1.0
 */
public interface Directives
        extends TableDirectives,
                ColumnDirectives,
                IndexDirectives,
                ConstraintDirectives,
                TypeDirectives,
                EnumDirectives,
                SequenceDirectives,
                ViewDirectives,
                FunctionDirectives,
                TriggerDirectives,
                ObjectDirectives,
                DatabaseDirectives,
                CommentDirectives,
                DataDirectives {

    /** Directives that hand their operations to somebody. */
    static Directives to(Consumer<? super Operation> sink) {
        return sink::accept;
    }

    /** Returns the directives for another schema: {@code op.in("audit").createTable(…)}. */
    default Directives in(String schema) {
        Directives outer = this;
        return new Directives() {

            @Override
            public void invoke(Operation operation) {
                outer.invoke(operation);
            }

            @Override
            public QualifiedName named(String name) {
                return QualifiedName.of(schema, name);
            }
        };
    }
}
