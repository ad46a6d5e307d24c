package dev.athanor.migration.operation;

import dev.athanor.migration.schema.QualifiedName;
import java.util.function.Consumer;

/**
 * What a revision in Java says: Alembic's directives, and PostgreSQL's words for the rest.
 *
 * <p>Each call is one {@link Operation}. The short forms take names; the long ones a lambda that says the rest. Names are
 * as the catalogs spell them and never read for dots or quotation marks; types and expressions are SQL.
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
                DatabaseDirectives,
                CommentDirectives,
                DataDirectives {

    /** Directives that hand their operations to somebody. */
    static Directives to(Consumer<? super Operation> sink) {
        return sink::accept;
    }

    /** The same directives for another schema: {@code op.in("audit").createTable(…)}. */
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
