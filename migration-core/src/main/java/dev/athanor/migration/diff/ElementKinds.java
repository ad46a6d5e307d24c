package dev.athanor.migration.diff;

import dev.athanor.migration.schema.Column;
import dev.athanor.migration.schema.CompositeType;
import dev.athanor.migration.schema.Constraint;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.EnumType;
import dev.athanor.migration.schema.Extension;
import dev.athanor.migration.schema.Function;
import dev.athanor.migration.schema.Index;
import dev.athanor.migration.schema.Namespace;
import dev.athanor.migration.schema.ObjectKind;
import dev.athanor.migration.schema.SchemaElement;
import dev.athanor.migration.schema.ScriptedObject;
import dev.athanor.migration.schema.Sequence;
import dev.athanor.migration.schema.Table;
import dev.athanor.migration.schema.Trigger;
import dev.athanor.migration.schema.View;
import java.util.ArrayList;
import java.util.List;

/** Provides the rules for every kind of element. */
final class ElementKinds implements SchemaElement.Visitor<ElementKind<?>> {

    private static final ElementKinds ALL = new ElementKinds();

    private ElementKinds() {}

    /** Returns the rules for the kind of an element. */
    @SuppressWarnings("unchecked") // each method of the visitor returns the rules for its own parameter's type
    static <T extends SchemaElement> ElementKind<T> of(T element) {
        return (ElementKind<T>) element.accept(ALL);
    }

    /**
     * Returns the steps for every kind; the steps for the parts of a table or view are among the steps of the table or
     * view.
     */
    static List<DiffStep> steps(ImpactAnalysis analysis) {
        List<DiffStep> steps = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.values()) {
            steps.addAll(steps(kind, analysis));
        }
        return steps;
    }

    private static List<DiffStep> steps(ObjectKind kind, ImpactAnalysis analysis) {
        return switch (kind) {
            case SCHEMA -> NamespaceKind.steps(analysis);
            case EXTENSION -> ExtensionKind.steps(analysis);
            case ENUM_TYPE -> EnumTypeKind.steps(analysis);
            case DOMAIN -> DomainKind.steps(analysis);
            case COMPOSITE_TYPE -> CompositeTypeKind.steps(analysis);
            case SEQUENCE -> SequenceKind.steps(analysis);
            case FUNCTION -> FunctionKind.steps(analysis);
            case TABLE -> TableKind.steps(analysis);
            case VIEW -> ViewKind.steps(analysis);
            case TRIGGER -> TriggerKind.steps(analysis);
            case LANGUAGE,
                    ACCESS_METHOD,
                    COLLATION,
                    CONVERSION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    BASE_TYPE,
                    RANGE_TYPE,
                    AGGREGATE,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    CAST,
                    TRANSFORM,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_TABLE,
                    STATISTICS,
                    RULE,
                    POLICY,
                    PUBLICATION,
                    PUBLICATION_TABLE,
                    PUBLICATION_SCHEMA,
                    EVENT_TRIGGER -> ScriptedKind.steps(kind, analysis);
            case COLUMN, CONSTRAINT, INDEX -> List.of();
        };
    }

    @Override
    public ElementKind<Namespace> namespace(Namespace element) {
        return new NamespaceKind();
    }

    @Override
    public ElementKind<Extension> extension(Extension element) {
        return new ExtensionKind();
    }

    @Override
    public ElementKind<EnumType> enumType(EnumType element) {
        return new EnumTypeKind();
    }

    @Override
    public ElementKind<Domain> domain(Domain element) {
        return new DomainKind();
    }

    @Override
    public ElementKind<CompositeType> compositeType(CompositeType element) {
        return new CompositeTypeKind();
    }

    @Override
    public ElementKind<Sequence> sequence(Sequence element) {
        return new SequenceKind();
    }

    @Override
    public ElementKind<Function> function(Function element) {
        return new FunctionKind();
    }

    @Override
    public ElementKind<Table> table(Table element) {
        return new TableKind();
    }

    @Override
    public ElementKind<Column> column(Column element) {
        return new ColumnKind();
    }

    @Override
    public ElementKind<Constraint> constraint(Constraint element) {
        return new ConstraintKind();
    }

    @Override
    public ElementKind<Index> index(Index element) {
        return new IndexKind();
    }

    @Override
    public ElementKind<View> view(View element) {
        return new ViewKind();
    }

    @Override
    public ElementKind<Trigger> trigger(Trigger element) {
        return new TriggerKind();
    }

    @Override
    public ElementKind<ScriptedObject> scripted(ScriptedObject element) {
        return new ScriptedKind();
    }
}
