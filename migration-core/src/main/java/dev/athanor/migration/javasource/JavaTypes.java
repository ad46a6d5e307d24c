package dev.athanor.migration.javasource;

import dev.athanor.migration.operation.DropOptions;
import dev.athanor.migration.operation.EnumOperation;
import dev.athanor.migration.operation.TypeOperation;
import dev.athanor.migration.operation.TypeOperation.AlterComposite;
import dev.athanor.migration.operation.TypeOperation.AlterDomain;
import dev.athanor.migration.operation.TypeOperation.CreateComposite;
import dev.athanor.migration.operation.TypeOperation.CreateDomain;
import dev.athanor.migration.operation.TypeOperation.DropComposite;
import dev.athanor.migration.operation.TypeOperation.DropDomain;
import dev.athanor.migration.schema.CompositeType;
import dev.athanor.migration.schema.CompositeType.Attribute;
import dev.athanor.migration.schema.Constraint.Check;
import dev.athanor.migration.schema.Domain;
import dev.athanor.migration.schema.QualifiedName;

/** Directives for types, in Java. */
final class JavaTypes implements TypeOperation.Visitor<String> {

    private final JavaImports imports;

    JavaTypes(JavaImports imports) {
        this.imports = imports;
    }

    String of(TypeOperation operation) {
        return operation.accept(this);
    }

    @Override
    public String enumType(EnumOperation operation) {
        return new JavaEnums(imports).of(operation);
    }

    @Override
    public String createComposite(CreateComposite creation) {
        return call("createComposite", creation.type().name())
                .lambda("t", chain(creation.type()))
                .statement();
    }

    @Override
    public String dropComposite(DropComposite drop) {
        JavaCall call = call("dropComposite", drop.name());
        CompositeType type = drop.definition();
        return type == null
                ? call.options(drop.options()).statement()
                : call.optionsIfAny(drop.options()).lambda("t", chain(type)).statement();
    }

    @Override
    public String alterComposite(AlterComposite change) {
        return call("alterComposite", change.to().name())
                .lambda("from", chain(change.from()))
                .lambda("to", chain(change.to()))
                .statement();
    }

    @Override
    public String createDomain(CreateDomain creation) {
        Domain domain = creation.domain();
        return call("createDomain", domain.name())
                .string(domain.type())
                .lambdaIfAny("d", chain(domain))
                .statement();
    }

    @Override
    public String dropDomain(DropDomain drop) {
        JavaCall call = call("dropDomain", drop.name());
        Domain domain = drop.definition();
        if (domain == null) {
            return call.options(drop.options()).statement();
        }
        JavaChain chain = chain(domain);
        if (chain.isEmpty() && drop.options().equals(DropOptions.PLAIN)) {
            return call.string(domain.type()).statement();
        }
        return call.options(drop.options())
                .string(domain.type())
                .lambda("d", chain)
                .statement();
    }

    @Override
    public String alterDomain(AlterDomain change) {
        return call("alterDomain", change.to().name())
                .string(change.to().type())
                .lambda("from", chain(change.from()))
                .lambda("to", chain(change.to()))
                .statement();
    }

    private JavaCall call(String method, QualifiedName name) {
        return new JavaCall(imports, name.schema(), method).string(name.name());
    }

    private static JavaChain chain(CompositeType type) {
        JavaChain chain = new JavaChain();
        for (Attribute attribute : type.attributes()) {
            if (attribute.collation() == null) {
                chain.call("attribute", attribute.name(), attribute.type());
            } else {
                chain.call("attribute", attribute.name(), attribute.type(), attribute.collation());
            }
        }
        return chain.callIfGiven("comment", type.comment());
    }

    private JavaChain chain(Domain domain) {
        JavaChain chain = new JavaChain()
                .callIfGiven("collate", domain.collation())
                .callIf(!domain.nullable(), "notNull")
                .callIfGiven("defaultTo", domain.defaultExpression());
        domain.checks().forEach(check -> chain.code("check", check(check)));
        return chain.callIfGiven("comment", domain.comment());
    }

    private String check(Check check) {
        String start = JavaStrings.of(check.name()) + ", " + JavaStrings.of(check.expression());
        if (!check.noInherit() && check.validated() && check.comment() == null) {
            return start;
        }
        String comment = check.comment();
        return "new " + imports.check() + "(" + start + ", " + check.noInherit() + ", " + check.validated() + ", "
                + (comment == null ? "null" : JavaStrings.of(comment)) + ")";
    }
}
